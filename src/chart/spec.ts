import { UsageError } from '../errors.ts';

/** A Vega-Lite spec, or a part of one, as it travels to Jupyter: plain JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** What a view takes over from the views around it. */
export interface Around {
  readonly encoding: Json;
  /** Inline rows, undefined when there are none or they come from elsewhere. */
  readonly rows: readonly Json[] | undefined;
  readonly transforms: readonly Json[];
}

const ALONE: Around = { encoding: {}, rows: undefined, transforms: [] };

/**
 * The spec as JSON: what Jupyter would get, so that the picture shows the same.
 *
 * @throws UsageError `CHART_SPEC` when it is no object or cannot be written as JSON.
 */
export function plainSpec(spec: unknown): Json {
  if (spec instanceof Promise)
    throw specError('The spec is a promise.', 'Write await before what you hand to chart().');
  if (!isJson(spec))
    throw specError(`chart() needs a Vega-Lite spec, an object, not ${kindOf(spec)}.`, EXAMPLE);
  try {
    return JSON.parse(
      JSON.stringify(spec, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
    );
  } catch (error) {
    throw specError(
      `The spec cannot be written as JSON: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
      'Use only plain objects, arrays, texts, numbers and dates.',
    );
  }
}

const EXAMPLE =
  "For example chart({ data: { values: rows }, mark: 'line', encoding: { … } }, { says: '…' }).";

export function specError(message: string, hint: string): UsageError {
  return new UsageError(message, hint, 'CHART_SPEC');
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members of a view that hold more views. */
const NESTS = ['layer', 'hconcat', 'vconcat', 'concat'] as const;

/** The spec with every view that has a mark replaced by what `change` makes of it. */
export function mapUnits(view: Json, change: (unit: Json, around: Around) => Json, outer = ALONE): Json {
  const around = within(view, outer);
  if ('mark' in view) return change(view, around);
  if (isJson(view.spec)) return { ...view, spec: mapUnits(view.spec, change, around) };
  const nest = NESTS.find((name) => Array.isArray(view[name]));
  if (!nest) return view;
  const views = listOf(view[nest]).map((inner) => (isJson(inner) ? mapUnits(inner, change, around) : inner));
  return { ...view, [nest]: views };
}

/** Every view that has a mark, with what is around it. */
export function units(spec: Json): { readonly unit: Json; readonly around: Around }[] {
  const found: { unit: Json; around: Around }[] = [];
  mapUnits(spec, (unit, around) => {
    found.push({ unit, around });
    return unit;
  });
  return found;
}

function within(view: Json, outer: Around): Around {
  const own = isJson(view.encoding) ? view.encoding : {};
  return {
    encoding: { ...outer.encoding, ...own },
    rows: 'data' in view ? rowsOf(view.data) : outer.rows,
    transforms: [...outer.transforms, ...listOf(view.transform).filter(isJson)],
  };
}

/** The inline rows of a `data`, undefined when they are no objects or come from elsewhere. */
export function rowsOf(data: unknown): readonly Json[] | undefined {
  if (!isJson(data) || !Array.isArray(data.values)) return undefined;
  return data.values.every(isJson) ? data.values : undefined;
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The name of a view's mark, `undefined` when there is none. */
export function markName({ mark }: Json): unknown {
  return isJson(mark) ? mark.type : mark;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
