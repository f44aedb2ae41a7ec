/**
 * A value as Jupyter's messages can carry it; whole numbers that are too long for JSON become numbers, or texts when
 * they would lose digits.
 *
 * @throws TypeError for what JSON cannot hold, such as an object that contains itself.
 */
export function plainJson<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? shortened(inner) : inner)),
  );
}

function shortened(long: bigint): number | string {
  const number = Number(long);
  return Number.isSafeInteger(number) ? number : String(long);
}
