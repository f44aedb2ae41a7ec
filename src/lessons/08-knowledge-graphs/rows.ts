/** The texts of some columns of rows, as `a b`, in order of the alphabet; undefined when they are no such rows. */
export function textsOf(answer: unknown, columns: readonly string[]): readonly string[] | undefined {
  if (!Array.isArray(answer)) return undefined;
  const texts = answer.map((row: unknown) =>
    columns.map((column) =>
      shortName(typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined),
    ),
  );
  return texts.every((row) => row.every((text) => text !== ''))
    ? texts.map((row) => row.join(' ')).sort()
    : undefined;
}

/** Without the address in front: `https://airlab.example/Hill` is Hill. */
const shortName = (value: unknown): string =>
  typeof value === 'string' ? (value.split(/[/#]/).pop() ?? '') : '';

/** Each once. */
export const once = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
