import { UsageError } from '../errors.ts';

/** Rows and columns of anything that `table()` takes, cut to the rows that are shown. */
export interface Grid {
  readonly columns: readonly string[];
  /** The first rows; each has a value for every column. */
  readonly rows: readonly (readonly unknown[])[];
  /** How many rows there are in all. */
  readonly total: number;
}

/**
 * Reads rows (`[{ time, pm25 }]`, or `[[…], […]]`), columns (`{ time: […], pm25: […] }`, as Open-Meteo's `hourly`), a
 * data frame of nodejs-polars, or one object (a row for each of its members).
 *
 * @throws UsageError `TABLE_DATA` for anything else, with what to write instead.
 */
export function readGrid(data: unknown, maxRows: number): Grid {
  if (typeof data !== 'object' || data === null) throw wrongData(`got ${describe(data)}`);
  if (data instanceof Promise) throw wrongData('got a promise', 'Write await before what you hand to it.');
  if (isFrame(data)) return gridOfFrame(data, maxRows);
  if (Array.isArray(data)) return gridOfRows(data, maxRows);
  if (data instanceof Map)
    return gridOfRows(
      [...data].map(([name, value]) => ({ name, value })),
      maxRows,
    );
  if (data instanceof Set) return gridOfRows([...data], maxRows);
  const entries = Object.entries(data);
  if (entries.length > 0 && entries.every(([, values]) => isList(values)))
    return gridOfColumns(data, maxRows);
  return gridOfRows(
    entries.map(([name, value]) => ({ name, value })),
    maxRows,
  );
}

/** The members of a nodejs-polars DataFrame that are used here; found by name, so that polars need not be loaded. */
interface Frame {
  readonly height: number;
  readonly columns: readonly string[];
  head(count: number): Frame;
  toRecords(): Record<string, unknown>[];
}

/** True for a DataFrame of nodejs-polars. It hides its members from `in`, so they are read. */
export function isFrame(value: object): value is Frame {
  return (
    Object.prototype.toString.call(value) === '[object DataFrame]' &&
    typeof Reflect.get(value, 'toRecords') === 'function' &&
    typeof Reflect.get(value, 'head') === 'function'
  );
}

function gridOfFrame(frame: Frame, maxRows: number): Grid {
  const { columns } = frame;
  const rows = frame
    .head(maxRows)
    .toRecords()
    .map((record) => columns.map((name) => record[name]));
  return { columns, rows, total: frame.height };
}

function gridOfColumns(data: object, maxRows: number): Grid {
  const columns = Object.entries(data).map(([name, values]) => ({
    name,
    values: isList(values) ? values : [],
  }));
  const total = Math.max(...columns.map(({ values }) => values.length));
  const rows = Array.from({ length: Math.min(total, maxRows) }, (_, index) =>
    columns.map(({ values }) => values[index]),
  );
  return { columns: columns.map(({ name }) => name), rows, total };
}

function gridOfRows(data: readonly unknown[], maxRows: number): Grid {
  if (data.length === 0) return { columns: [], rows: [], total: 0 };
  const shown = data.slice(0, maxRows);
  if (shown.every((row) => !isRecord(row) && !Array.isArray(row)))
    return { columns: ['value'], rows: shown.map((value) => [value]), total: data.length };
  if (shown.every((row) => Array.isArray(row))) {
    const width = Math.max(...shown.map(({ length }) => length));
    const columns = Array.from({ length: width }, (_, index) => String(index));
    return { columns, rows: shown.map((row) => columns.map((_, index) => row[index])), total: data.length };
  }
  const records = shown.map((row, index) => {
    if (isRecord(row)) return row;
    throw wrongData(`row ${index} is ${describe(row)}, others are objects`, 'Give every row the same form.');
  });
  const columns = [...new Set(records.flatMap((row) => Object.keys(row)))];
  return { columns, rows: records.map((row) => columns.map((name) => row[name])), total: data.length };
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

const describe = (value: unknown): string =>
  value === null || value === undefined
    ? String(value)
    : Array.isArray(value)
      ? 'an array'
      : `a ${typeof value}`;

function wrongData(got: string, hint = 'For example table([{ city: "Roskilde", pm25: 8.4 }]).'): UsageError {
  return new UsageError(`table() shows rows, columns or a data frame, but ${got}.`, hint, 'TABLE_DATA');
}
