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
  return Array.isArray(values) ? values.filter(isRecord) : undefined;
}

/** The transforms that change which rows there are; others only add fields. */
function transformed(rows: readonly DataRow[], steps: readonly Json[]): readonly DataRow[] {
  return steps.reduce<readonly DataRow[]>((before, step) => {
    if (Array.isArray(step.fold)) return folded(before, step.fold.map(String), list2(step.as));
    const keep = filter(step.filter);
    return keep ? before.filter(keep) : before;
  }, rows);
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
  if (isRecord(test) && typeof test.field === 'string' && 'equal' in test) {
    const { field, equal } = { field: test.field, equal: test.equal };
    return (row) => row[field] === equal;
  }
  const match =
    typeof test === 'string'
      ? /^\s*datum(?:\.(\w+)|\[['"](.+?)['"]\])\s*={2,3}\s*['"](.*)['"]\s*$/.exec(test)
      : null;
  if (!match) return undefined;
  const [, dotted, bracketed, wanted] = match;
  return (row) => row[dotted ?? bracketed ?? ''] === wanted;
}

function fieldsOf({ encoding, repeat }: Inherited): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(encoding).flatMap(([channel, definition]): [string, string][] =>
      (Array.isArray(definition) ? definition : [definition]).flatMap((one): [string, string][] => {
        const field = isRecord(one) ? one.field : undefined;
        if (typeof field === 'string') return [[channel, field.replace(/\\/g, '')]];
        const by = isRecord(field) && typeof field.repeat === 'string' ? repeat.get(field.repeat) : undefined;
        return by === undefined ? [] : [[channel, by]];
      }),
    ),
  );
}

function repeats(repeat: unknown): readonly ReadonlyMap<string, string>[] {
  if (Array.isArray(repeat)) return repeat.map((field) => new Map([['repeat', String(field)]]));
  if (!isRecord(repeat)) return [];
  return Object.entries(repeat).reduce<readonly ReadonlyMap<string, string>[]>(
    (made, [kind, fields]) =>
      made.flatMap((one) => list2(fields).map((field) => new Map([...one, [kind, field]]))),
    [new Map()],
  );
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const list2 = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
