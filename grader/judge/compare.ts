/** A series as the service gives it: `null` is an hour without a value. */
export type Values = readonly (number | null)[];

/** Published values have one decimal, so half of that separates two of them. */
export const VALUE_TOLERANCE = 0.05;
/** Clients of the binary format hand out float32: 13.3 arrives as 13.300000190734863. */
const FLOAT_SLACK = 1e-4;
/** A share of 72 hours rounded to two decimals is the coarsest that still tells the hours apart. */
export const SHARE_TOLERANCE = 0.005;

/** Equal as far as `tolerance` and float32 can tell. */
export function isNear(a: number, b: number, tolerance = VALUE_TOLERANCE): boolean {
  return Math.abs(a - b) <= tolerance + FLOAT_SLACK + Math.abs(b) * 1e-6;
}

/** Both missing, or both there and near. */
export function isSame(a: number | null | undefined, b: number | null | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return typeof a !== 'number' && typeof b !== 'number';
  return isNear(a, b);
}

/** The same length and the same values. */
export function areSame(a: Values, b: Values): boolean {
  return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
}

/** As it is shown: at most two decimals, `null` for a gap. */
export function shown(value: number | null | undefined): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : 'null';
}
