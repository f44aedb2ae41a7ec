/**
 * A 32-bit float as the service prints it: the shortest decimal that reads back as the same float, with `.0` for whole
 * numbers.
 *
 * @example floatText(41) // '41.0'
 * @example floatText(Math.fround(55.6)) // '55.6'
 */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const shortest = shortestFloat(Math.fround(value));
  const size = Math.abs(shortest);
  if (size >= 2 ** 24 || (size < 1e-4 && size > 0)) return exponentText(shortest);
  return Number.isInteger(shortest) ? shortest.toFixed(1) : String(shortest);
}

/** Six digits, with zeros dropped, are the shortest text of most floats; nine identify any. */
function shortestFloat(float: number): number {
  for (let digits = 6; digits < 9; digits += 1) {
    const candidate = Number(float.toPrecision(digits));
    if (Math.fround(candidate) === float) return candidate;
  }
  return Number(float.toPrecision(9));
}

/** `1e+10` and `1.5e-05`: the exponent has at least two digits. */
function exponentText(value: number): string {
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SPECIAL: ReadonlyMap<string, number> = new Map([
  ['nan', Number.NaN],
  ['inf', Number.POSITIVE_INFINITY],
  ['infinity', Number.POSITIVE_INFINITY],
]);

/** A 32-bit float out of its text, or undefined when the text is no number. Spaces are not allowed. */
export function parseFloat32(text: string): number | undefined {
  if (DECIMAL.test(text)) return Math.fround(Number(text));
  const size = SPECIAL.get(text.replace(/^[+-]/, '').toLowerCase());
  return size === undefined ? undefined : text.startsWith('-') ? -size : size;
}

/** Rounds half away from zero; never gives a negative zero. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale + 0;
}

/** Texts of 0.0, 0.1, 0.2 and so on, by decimals: most values of an answer are among them. */
const TEXTS: readonly string[][] = [[], [], [], []];
const MOST_TEXTS = 30_000;

/**
 * A number with a fixed number of decimals, half away from zero. `toFixed` does the same ten times slower.
 *
 * @example fixedText(8, 1) // '8.0'
 */
export function fixedText(value: number, decimals: number): string {
  const texts = TEXTS[decimals];
  const steps = Math.round(Math.abs(value) * 10 ** decimals);
  if (texts === undefined || steps >= MOST_TEXTS) return roundTo(value, decimals).toFixed(decimals);
  let text = texts[steps];
  if (text === undefined) {
    text = (steps / 10 ** decimals).toFixed(decimals);
    texts[steps] = text;
  }
  return value < 0 && steps > 0 ? `-${text}` : text;
}
