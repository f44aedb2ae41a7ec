import { fieldsOf } from './check.ts';
import { isJson, type Json, listOf, rowsOf } from './spec.ts';
import { textWidth } from './text-width.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

// With its axis and the menu of JupyterLab it fits a window of 1100 pixels.
const ALONE: Size = { width: 560, height: 260 };
const ONE_OF_MANY: Size = { width: 260, height: 180 };
const STACKED: Size = { width: 560, height: 180 };
const BAR_HEIGHT = 28;

/**
 * Writes a size into every view that has none. Without it, versions of Vega-Lite draw different sizes; `'container'`
 * has no meaning in a picture. Axes of names get room for each name instead.
 */
export function withSize(view: Json, defaults = ALONE, outerRows: readonly Json[] = []): Json {
  const rows = 'data' in view ? (rowsOf(view.data) ?? []) : outerRows;
  if (isJson(view.spec)) return { ...view, spec: withSize(view.spec, ONE_OF_MANY, rows) };
  for (const nest of ['hconcat', 'vconcat', 'concat']) {
    if (!Array.isArray(view[nest])) continue;
    const size = nest === 'vconcat' ? STACKED : ONE_OF_MANY;
    const views = listOf(view[nest]).map((inner) => (isJson(inner) ? withSize(inner, size, rows) : inner));
    return { ...view, [nest]: views };
  }
  const encoding = isJson(view.encoding) ? view.encoding : {};
  const isFaceted = ['facet', 'row', 'column'].some((channel) => channel in encoding);
  const { width, height } = isFaceted ? ONE_OF_MANY : defaults;
  return {
    ...view,
    width: explicit(view.width) ?? (isNames(encoding.x) ? { step: nameWidth(encoding.x, rows) } : width),
    height: explicit(view.height) ?? (isNames(encoding.y) ? { step: BAR_HEIGHT } : height),
  };
}

const explicit = (size: unknown): unknown => (size === 'container' ? undefined : size);

const isNames = (channel: unknown): boolean =>
  isJson(channel) && (channel.type === 'nominal' || channel.type === 'ordinal');

const FONT_SIZE = 12;
const LEAST = 24;
const MOST = 120;

/** Room for the longest name below the axis; the theme writes names of at most this width without turning them. */
function nameWidth(channel: unknown, rows: readonly Json[]): number {
  const [field = ''] = fieldsOf(channel);
  const widths = rows.map((row) => textWidth(String(row[field] ?? ''), FONT_SIZE) + FONT_SIZE);
  return Math.round(Math.min(MOST, Math.max(LEAST, ...widths)));
}
