import { isRecord } from './readings.ts';

type Json = Readonly<Record<string, unknown>>;
export type DataRow = Readonly<Record<string, unknown>>;

/** One drawn layer of a Vega-Lite spec, with what it inherits from the specs around it. */
export interface View {
  readonly mark: string;
  /** Field name by channel. */
  readonly fields: ReadonlyMap<string, string>;
  readonly rows: readonly DataRow[];
}

interface Inherited {
  readonly encoding: Json;
  readonly rows: readonly DataRow[];
  readonly datasets: Json;
  readonly repeat: ReadonlyMap<string, string>;
}

const NOTHING: Inherited = { encoding: {}, rows: [], datasets: {}, repeat: new Map() };
const COMPOSITIONS = ['layer', 'hconcat', 'vconcat', 'concat'] as const;

/** Every mark of a spec: layers, concatenated, faceted and repeated views, with inline data at any level. Pure. */
export function viewsOf(spec: Json, above: Inherited = NOTHING): readonly View[] {
  const here = inherit(spec, above);
  const inner = COMPOSITIONS.flatMap((name) => list(spec[name]));
  const child = isRecord(spec.spec) ? [spec.spec] : [];
  if (spec.repeat !== undefined)
    return child.flatMap((one) =>
      repeats(spec.repeat).flatMap((repeat) => viewsOf(one, { ...here, repeat })),
    );
  if (child.length > 0) return child.flatMap((one) => viewsOf(one, faceted(spec, here)));
  if (inner.length > 0) return inner.flatMap((one) => viewsOf(one, here));
  const mark = isRecord(spec.mark) ? spec.mark.type : spec.mark;
  if (typeof mark !== 'string') return [];
  return [{ mark, fields: fieldsOf(here), rows: here.rows }];
}

/** Every string of a spec but its data, for finding the unit. */
export function wordsOf(value: unknown, key = ''): readonly string[] {
  if (['data', 'datasets', 'transform'].includes(key)) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one));
  return isRecord(value) ? Object.entries(value).flatMap(([name, one]) => wordsOf(one, name)) : [];
}

function inherit(spec: Json, above: Inherited): Inherited {
  const datasets = { ...above.datasets, ...(isRecord(spec.datasets) ? spec.datasets : {}) };
  const own = rowsOf(spec.data, datasets);
  return {
    datasets,
    encoding: { ...above.encoding, ...(isRecord(spec.encoding) ? spec.encoding : {}) },
    rows: transformed(own ?? above.rows, list(spec.transform)),
    repeat: above.repeat,
  };
}

/** A facet around a view separates the rows just as a channel of the view would. */
function faceted(spec: Json, here: Inherited): Inherited {
  const facet = spec.facet;
  if (!isRecord(facet)) return here;
  const channels = typeof facet.field === 'string' ? { facet } : facet;
  return { ...here, encoding: { ...here.encoding, ...channels } };
}

function rowsOf(data: unknown, datasets: Json): readonly DataRow[] | undefined {
  if (!isRecord(data)) return undefined;
  const values = typeof data.name === 'string' ? (datasets[data.name] ?? data.values) : data.values;
  return Array.isArray(values) ? values.filter(isRecord).map(flat) : undefined;
}

/** `{ reading: { pm25 } }` is reached in Vega-Lite as `reading.pm25`. */
function flat(row: DataRow): DataRow {
  const inner = Object.entries(row).flatMap(([name, value]) =>
    isRecord(value) ? Object.entries(value).map(([key, one]) => [`${name}.${key}`, one] as const) : [],
  );
  return inner.length === 0 ? row : { ...row, ...Object.fromEntries(inner) };
}

/** The transforms that change which rows there are, or give a field another name; others only add fields. */
function transformed(rows: readonly DataRow[], steps: readonly Json[]): readonly DataRow[] {
  return steps.reduce<readonly DataRow[]>((before, step) => {
    if (Array.isArray(step.fold)) return folded(before, step.fold.map(String), texts(step.as));
    const copy = copied(step);
    if (copy) return before.map((row) => ({ ...row, [copy.as]: row[copy.from] }));
    const keep = filter(step.filter);
    return keep ? before.filter(keep) : before;
  }, rows);
}

const NAME = String.raw`datum(?:\.(\w+)|\[['"](.+?)['"]\])`;
/** A field as it is, or read as a date or a number: the values stay the same. */
const SAME = new RegExp(String.raw`^\s*(?:(?:toDate|toNumber|toString|datetime)\()?\s*${NAME}\s*\)?\s*$`);
const EQUAL = new RegExp(String.raw`^\s*${NAME}\s*={2,3}\s*['"](.*)['"]\s*$`);

/** `{ calculate: 'toDate(datum.time)', as: 'date' }` or a time unit of a field. */
function copied({ calculate, timeUnit, field, as }: Json): { from: string; as: string } | undefined {
  if (typeof as !== 'string') return undefined;
  if (timeUnit !== undefined && typeof field === 'string') return { from: field, as };
  const match = typeof calculate === 'string' ? SAME.exec(calculate) : null;
  const from = match?.[1] ?? match?.[2];
  return from === undefined ? undefined : { from, as };
}

function folded(
  rows: readonly DataRow[],
  names: readonly string[],
  as: readonly string[],
): readonly DataRow[] {
  const [key = 'key', value = 'value'] = as;
  return rows.flatMap((row) => names.map((name) => ({ ...row, [key]: name, [value]: row[name] })));
}

function filter(test: unknown): ((row: DataRow) => boolean) | undefined {
  if (isRecord(test) && typeof test.field === 'string') {
    const { field } = test;
    const wanted: unknown = 'equal' in test ? [test.equal] : test.oneOf;
    return Array.isArray(wanted) ? (row) => wanted.includes(row[String(field)]) : undefined;
  }
  const match = typeof test === 'string' ? EQUAL.exec(test) : null;
  if (!match) return undefined;
  const [, dotted, bracketed, wanted] = match;
  return (row) => row[dotted ?? bracketed ?? ''] === wanted;
}

function fieldsOf({ encoding, repeat }: Inherited): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(encoding).flatMap(([channel, definition]): [string, string][] =>
      (Array.isArray(definition) ? definition : [definition]).flatMap((one): [string, string][] => {
        const field = isRecord(one) ? one.field : undefined;
        if (typeof field === 'string') return [[channel, plainName(field)]];
        const by = isRecord(field) && typeof field.repeat === 'string' ? repeat.get(field.repeat) : undefined;
        return by === undefined ? [] : [[channel, by]];
      }),
    ),
  );
}

/** `PM2\\.5` and `['PM2.5']` name the field PM2.5. */
const plainName = (field: string): string =>
  field
    .replace(/\\/g, '')
    .replace(/\[['"]?(.+?)['"]?\]/g, '.$1')
    .replace(/^\./, '');

function repeats(repeat: unknown): readonly ReadonlyMap<string, string>[] {
  if (Array.isArray(repeat)) return repeat.map((field) => new Map([['repeat', String(field)]]));
  if (!isRecord(repeat)) return [];
  return Object.entries(repeat).reduce<readonly ReadonlyMap<string, string>[]>(
    (made, [kind, fields]) =>
      made.flatMap((one) => texts(fields).map((field) => new Map([...one, [kind, field]]))),
    [new Map()],
  );
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
