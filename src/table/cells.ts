import { inspect } from 'node:util';
import type { Grid } from './grid.ts';

/** What stands in a cell, ready to be laid out. */
export interface Cell {
  readonly text: string;
  /** The value is not there; the text says so. */
  readonly isGap: boolean;
}

export interface Column {
  readonly name: string;
  /** All its values are numbers or gaps: it is aligned to the right. */
  readonly isNumeric: boolean;
  readonly cells: readonly Cell[];
}

const LONGEST = 200;

/** The columns of a grid as text. Numbers of one column get the same number of decimals, at most four. */
export function columnsOf({ columns, rows }: Grid): Column[] {
  return columns.map((name, index) => {
    const values = rows.map((row) => row[index]);
    const present = values.filter((value) => value !== null && value !== undefined);
    const isNumeric =
      present.length > 0 && present.every((value) => typeof value === 'number' || typeof value === 'bigint');
    const decimals = Math.max(0, ...present.map(decimalsOf));
    return { name, isNumeric, cells: values.map((value) => cellOf(value, decimals)) };
  });
}

function cellOf(value: unknown, decimals: number): Cell {
  // A gap must not look like a zero or like an empty text.
  if (value === null) return { text: 'no value', isGap: true };
  if (value === undefined) return { text: 'missing', isGap: true };
  return { text: cut(textOf(value, decimals)), isGap: false };
}

function textOf(value: unknown, decimals: number): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, decimals);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString().replace(/(:00)?\.000Z$/, 'Z');
  if (typeof value === 'object') return inspect(value, { breakLength: Number.POSITIVE_INFINITY, depth: 2 });
  return String(value);
}

const MOST_DECIMALS = 4;

function decimalsOf(value: unknown): number {
  if (typeof value !== 'number' || !isPlain(value)) return 0;
  // Twelve digits hide what binary fractions leave (0.1 + 0.2), seven what 32-bit floats leave (Float32Array, f32).
  const digits = Math.fround(value) === value && Math.abs(value) < 1000 ? 7 : 12;
  const [, fraction = ''] = String(Number(value.toPrecision(digits))).split('.');
  return Math.min(MOST_DECIMALS, fraction.length);
}

function numberText(value: number, decimals: number): string {
  return isPlain(value) ? value.toFixed(decimals) : String(value);
}

const isPlain = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= 10 ** -MOST_DECIMALS && Math.abs(value) < 1e15);

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
