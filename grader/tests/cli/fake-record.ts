/** Stands for `src/classroom/record-command.ts` in the miniature kit: says what it was asked. */
export async function recordCommand(...args: readonly unknown[]): Promise<number> {
  console.log(JSON.stringify(args[0]));
  return 0;
}
