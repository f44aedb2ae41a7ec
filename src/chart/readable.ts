import { fieldsOf, unescaped } from './check.ts';
import { type Around, isJson, type Json, mapUnits, markName } from './spec.ts';
import { DASHES } from './theme.ts';

/** More points than this on a line hide its dashes. */
const MOST_POINTS = 30;

/** A legend's line is as long as the root of `symbolSize`, in pixels: three dashes. A shape needs no outline. */
const LEGEND = { dashes: { symbolSize: 600 }, shapes: { symbolStrokeWidth: 0.5 } };

/**
 * Gives lines and points that differ only in colour a second difference: dashes, shapes and, while there is room, a
 * mark at every value. Groups keep the order of the data, so that the first one is blue, solid and round.
 */
export function readableWithoutColour(spec: Json): Json {
  return mapUnits(spec, (unit, around) => {
    const mark = markName(unit);
    const colour = groups(around.encoding);
    if (!colour || (mark !== 'line' && mark !== 'point')) return unit;
    const hasPoints = mark === 'point' || hasRoom(around, colour);
    const shown = {
      legend: hasPoints ? LEGEND.shapes : LEGEND.dashes,
      ...colour,
      ...orderOf(around, colour),
    };
    const second = sameGroups(shown);
    const more = {
      ...(mark === 'line' && !('strokeDash' in around.encoding) && { strokeDash: dashed(second) }),
      ...(hasPoints && !('shape' in around.encoding) && { shape: second }),
    };
    const encoding = isJson(unit.encoding) ? unit.encoding : {};
    const points = mark === 'line' && hasPoints ? { mark: withPoints(unit.mark) } : {};
    return { ...unit, ...points, encoding: { ...encoding, color: shown, ...more } };
  });
}

/** The colour channel when it tells groups apart, not amounts. */
function groups({ color }: Json): Json | undefined {
  if (!isJson(color) || fieldsOf(color).length === 0) return undefined;
  const isAmount = 'aggregate' in color || 'bin' in color || 'timeUnit' in color;
  const { type = isAmount ? 'quantitative' : 'nominal' } = color;
  return type === 'nominal' || type === 'ordinal' ? { ...color, type } : undefined;
}

// Vega-Lite 5 makes one legend of colour, dashes and shapes only when their domains are written out.
function orderOf({ rows, transforms }: Around, colour: Json): Json {
  const scale = isJson(colour.scale) ? colour.scale : {};
  if (colour.scale === null || 'domain' in scale || 'sort' in colour) return {};
  const names = groupNames(rows, colour);
  if (names.length === 0 || transforms.length > 0) return { sort: null };
  return { scale: { ...scale, domain: names } };
}

function groupNames(rows: readonly Json[] | undefined, colour: Json): readonly unknown[] {
  const [field = ''] = fieldsOf(colour).map(unescaped);
  const names = new Set((rows ?? []).map((row) => row[field]));
  return [...names].filter((name) => name !== undefined && name !== null);
}

/** What the other channels must share with the colour so that all of them get one legend. */
function sameGroups({ field, type, title, sort, legend, scale }: Json): Json {
  const domain = isJson(scale) && 'domain' in scale ? { scale: { domain: scale.domain } } : {};
  const named = Object.entries({ title, sort, legend }).filter(([, value]) => value !== undefined);
  return { field, type, ...domain, ...Object.fromEntries(named) };
}

const dashed = (second: Json): Json => ({
  ...second,
  scale: { ...(isJson(second.scale) ? second.scale : {}), range: DASHES },
});

function hasRoom({ rows, encoding }: Around, colour: Json): boolean {
  const isSummed = Object.values(encoding).some((channel) => isJson(channel) && 'aggregate' in channel);
  const groupCount = groupNames(rows, colour).length;
  return !isSummed && rows !== undefined && groupCount > 0 && rows.length / groupCount <= MOST_POINTS;
}

function withPoints(mark: unknown): Json {
  return isJson(mark) ? { point: true, ...mark } : { type: mark, point: true };
}
