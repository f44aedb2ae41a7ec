/**
 * A number from 0 up to (not including) 1 that looks random and depends on nothing but its arguments.
 *
 * @example
 * mixed('school-air', 17); // always the same
 */
export function mixed(name: string, ...numbers: readonly number[]): number {
  const text = `${name}|${numbers.join('|')}`;
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return ((second ^ (second >>> 16)) >>> 0) / 2 ** 32;
}
