import type { Finding } from '../exercise.ts';
import { clean, cut, padEnd, padStart } from './layout.ts';
import { type Look, paint, spellable } from './look.ts';

export type Series = NonNullable<Finding['series']>;

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const ASCII_BLOCKS = ['_', '.', ',', '-', '=', '+', '*', '#'] as const;
const AROUND = 2;
/** `2026-11-24T09:00Z` */
const HOUR_WIDTH = 17;
const NUMBER_WIDTH = 8;

/**
 * Draws both series as rows of blocks on one scale, with a pointer at the hour where they part.
 * A series that is wider than the terminal is shown around that hour.
 *
 * @returns lines without indentation
 */
export function plot(series: Series, look: Look, columns: number): string[] {
  const count = Math.max(series.expected.length, series.actual.length);
  const from = windowStart(count, series.partAt, columns);
  const to = Math.min(count, from + columns);
  const [low, high] = range([...series.expected.slice(from, to), ...series.actual.slice(from, to)]);
  const row = (values: readonly (number | null)[]): string =>
    Array.from({ length: to - from }, (_, index) => block(values[from + index], low, high, look))
      .join('')
      .trimEnd();
  const pointer = Math.min(series.partAt - from, columns - 1);
  const yours = row(series.actual);
  const gaps = [...series.expected, ...series.actual].includes(null);
  const unit = clean(series.unit);
  const scale = `${figure(low)} to ${figure(high)} ${unit}${gaps ? `, ${look.unicode ? '·' : '?'} no value` : ''}`;
  return [
    cut(spellable(`expected, ${scale}`, look), columns, look),
    row(series.expected),
    'yours',
    yours.slice(0, pointer) + paint(yours.slice(pointer), 'red', look),
    pointerLine(pointer, spellable(`they part at ${hourAt(series, series.partAt)}`, look), columns),
  ];
}

/** The five hours around the first difference, as text. */
export function hoursAround(series: Series, look: Look): string[] {
  const first = Math.max(0, series.partAt - AROUND);
  const indexes = Array.from({ length: AROUND * 2 + 1 }, (_, index) => first + index).filter(
    (index) => index < Math.max(series.expected.length, series.actual.length),
  );
  const fitted = (text: string, columns: number): string => cut(spellable(text, look), columns, look);
  const number = (text: string): string => padStart(fitted(text, NUMBER_WIDTH), NUMBER_WIDTH);
  const line = (mark: string, hour: string, expected: string, actual: string): string =>
    [mark, padEnd(fitted(hour, HOUR_WIDTH), HOUR_WIDTH), ...[expected, actual].map(number)].join(' ');
  return [
    line(' ', 'hour', 'expected', 'yours'),
    ...indexes.map((index) => {
      const [expected, actual] = [value(series.expected[index]), value(series.actual[index])];
      const differs = index >= series.partAt && expected !== actual;
      const text = line(differs ? '>' : ' ', hourAt(series, index), expected, actual);
      return paint(text, differs ? 'red' : 'none', look);
    }),
  ].map((text) => text.trimEnd());
}

/** A number as a person writes it; `null` for a gap, `nothing` where a series has ended. */
export function value(number: number | null | undefined): string {
  if (number === undefined) return 'nothing';
  return number === null ? 'null' : figure(number);
}

export function hourAt(series: Series, index: number): string {
  return clean(series.hours[index] ?? `entry ${index}`);
}

/** Smallest and largest number; 0 to 1 when there is none. */
export function range(values: readonly (number | null)[]): [low: number, high: number] {
  const numbers = values.filter((one): one is number => typeof one === 'number' && Number.isFinite(one));
  return numbers.length === 0 ? [0, 1] : [Math.min(...numbers), Math.max(...numbers)];
}

function windowStart(count: number, partAt: number, columns: number): number {
  if (count <= columns) return 0;
  return Math.max(0, Math.min(count - columns, partAt - Math.floor(columns / 3)));
}

function block(number: number | null | undefined, low: number, high: number, look: Look): string {
  if (number === undefined) return ' ';
  if (number === null || !Number.isFinite(number)) return look.unicode ? '·' : '?';
  const blocks = look.unicode ? BLOCKS : ASCII_BLOCKS;
  const level = high === low ? 0 : Math.round(((number - low) / (high - low)) * (blocks.length - 1));
  return blocks[level] ?? ' ';
}

function pointerLine(pointer: number, words: string, columns: number): string {
  const after = `${' '.repeat(pointer)}^ ${words}`;
  if (after.length <= columns) return after;
  const before = `${words} ^`;
  return padStart(before, Math.max(pointer + 1, before.length));
}

function figure(number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1e7
    ? String(number)
    : String(Number(number.toPrecision(6)));
}
