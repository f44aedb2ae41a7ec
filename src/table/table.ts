import { inspect } from 'node:util';
import { type Bundle, DISPLAY, display } from '../display/bundle.ts';
import { rememberedSource } from '../open-meteo/row-source.ts';
import { isFrame } from './grid.ts';
import { tableHtml } from './html.ts';
import { sheetOf, type TableOptions } from './sheet.ts';
import { tableText } from './text.ts';

/**
 * Shows data as a table: rows (`[{ time, pm25 }]`), columns (`{ time: […], pm25: […] }`), a data frame of
 * nodejs-polars, or the members of one object. A null is shown as "no value", a member that is not there as "missing".
 *
 * @throws UsageError `TABLE_DATA` for anything else.
 * @example table(air.hourly, { caption: 'PM2.5 in Roskilde', units: air.hourly_units, maxRows: 6 })
 */
export function table(data: object, options: TableOptions = {}): void {
  display(tableBundle(data, options));
}

/** What `table()` shows, for those who put it beside something else. */
export function tableBundle(data: object, options: TableOptions = {}): Bundle {
  const source = options.source ?? rememberedSource(data);
  const sheet = sheetOf(data, { ...options, ...(source === undefined ? {} : { source }) });
  return { data: { 'text/html': tableHtml(sheet), 'text/plain': tableText(sheet) }, metadata: {} };
}

/**
 * Shows any value as well as it can be shown: data frames and arrays of objects as tables, values that know how to
 * show themselves as they wish, texts as they are, everything else as the console would.
 *
 * @example show(frame.groupBy('city').agg(pl.col('pm25').mean()))
 */
export function show(value: unknown, options: TableOptions = {}): void {
  display(bundleOf(value, options));
}

function bundleOf(value: unknown, options: TableOptions): Bundle {
  if (typeof value === 'string') return textBundle(value);
  if (typeof value !== 'object' || value === null) return textBundle(inspect(value));
  if (isFrame(value) || isRows(value)) return tableBundle(value, options);
  const own: unknown = Reflect.get(value, DISPLAY);
  const data: unknown = typeof own === 'function' ? own.call(value) : undefined;
  const text = textBundle(inspect(value));
  if (typeof data !== 'object' || data === null || data instanceof Promise) return text;
  return { data: { ...text.data, ...data }, metadata: {} };
}

const textBundle = (text: string): Bundle => ({ data: { 'text/plain': text }, metadata: {} });

function isRows(value: object): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  );
}
