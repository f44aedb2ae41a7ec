const ACCENTS = /\p{M}/gu;
const ASCII = /^[\0-\x7f]*$/;

/**
 * A name as the search compares it: lower case, without accents.
 *
 * @example fold('Málaga') // 'malaga'
 */
export function fold(name: string): string {
  return ASCII.test(name) ? name.toLowerCase() : name.normalize('NFD').replace(ACCENTS, '').toLowerCase();
}
