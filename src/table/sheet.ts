import type { DataSource } from '../open-meteo/source.ts';
import { type Column, columnsOf } from './cells.ts';
import { readGrid } from './grid.ts';
import { sourceLine } from './source-line.ts';

export interface TableOptions {
  /** The line above the table. Without it: how many rows and columns there are. */
  readonly caption?: string;
  /** Rows that are shown, 20 when absent; then a line says how many more there are. */
  readonly maxRows?: number;
  /** Units by column, as in Open-Meteo's `hourly_units`; written into the header. */
  readonly units?: object;
  /** Where the numbers come from; written below. Rows of airQuality() and its siblings know it themselves. */
  readonly source?: string | DataSource;
}

/** A table with all its words, before it becomes HTML or text. */
export interface Sheet {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly shownRows: number;
  /** The line below: how many rows are left out, where the numbers come from. */
  readonly notes: readonly string[];
}

const MAX_ROWS = 20;

/** @throws UsageError when the data is nothing that a table can show. */
export function sheetOf(data: unknown, options: TableOptions = {}): Sheet {
  const grid = readGrid(data, options.maxRows ?? MAX_ROWS);
  const more = grid.total - grid.rows.length;
  const count =
    grid.total === 0 ? 'no rows' : `${plural(grid.total, 'row')}, ${plural(grid.columns.length, 'column')}`;
  return {
    caption: options.caption ?? count,
    columns: columnsOf(grid).map((column) => ({ ...column, name: withUnit(column.name, options.units) })),
    shownRows: grid.rows.length,
    notes: [
      ...(more > 0 ? [`… ${plural(more, 'more row')}`] : []),
      ...(options.source ? [sourceLine(options.source)] : []),
    ],
  };
}

function withUnit(name: string, units: object = {}): string {
  const unit: unknown = Object.hasOwn(units, name) ? Reflect.get(units, name) : undefined;
  return typeof unit === 'string' && unit !== '' ? `${name} (${unit})` : name;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
