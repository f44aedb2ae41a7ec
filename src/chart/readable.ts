import { fieldsOf } from './check.ts';
import { type Around, isJson, type Json, mapUnits, markName } from './spec.ts';
import { DASHES } from './theme.ts';

/** More points than this on a line hide its dashes. */
const MOST_POINTS = 30;

/**
 * Gives lines and points that differ only in colour a second difference: dashes, shapes and, while there is room, a
 * mark at every value. Groups keep the order of the data, so that the first one is blue, solid and round.
 */
export function readableWithoutColour(spec: Json): Json {
  return mapUnits(spec, (unit, around) => {
    const mark = markName(unit);
    const colour = groups(around.encoding);
    if (!colour || (mark !== 'line' && mark !== 'point')) return unit;
    const encoding = isJson(unit.encoding) ? unit.encoding : {};
    const hasPoints = mark === 'point' || hasRoom(around, colour);
    const shown = { sort: null, ...(hasPoints ? {} : { legend: LONG_DASHES }), ...colour };
    const own = { ...encoding, color: shown };
    const second = sameGroups(shown);
    const more = {
      ...(mark === 'line' && !('strokeDash' in around.encoding) && { strokeDash: dashed(second) }),
      ...(hasPoints && !('shape' in around.encoding) && { shape: second }),
    };
    const points = mark === 'line' && hasPoints ? { mark: withPoints(unit.mark) } : {};
    return { ...unit, ...points, encoding: { ...own, ...more } };
  });
}

// A legend's line is as long as the root of this, in pixels: long enough for three dashes.
const LONG_DASHES = { symbolSize: 600 };

/** The colour channel when it tells groups apart, not amounts. */
function groups({ color }: Json): Json | undefined {
  if (!isJson(color) || fieldsOf(color).length === 0) return undefined;
  const isAmount = 'aggregate' in color || 'bin' in color || 'timeUnit' in color;
  const { type = isAmount ? 'quantitative' : 'nominal' } = color;
  return type === 'nominal' || type === 'ordinal' ? color : undefined;
}

/** What the other channels must share with the colour so that all of them get one legend. */
function sameGroups(colour: Json): Json {
  const { field, type = 'nominal', title, sort, legend } = colour;
  const domain =
    isJson(colour.scale) && 'domain' in colour.scale ? { scale: { domain: colour.scale.domain } } : {};
  return {
    field,
    type,
    sort,
    ...domain,
    ...(title === undefined ? {} : { title }),
    ...(legend === undefined ? {} : { legend }),
  };
}

const dashed = (second: Json): Json => ({
  ...second,
  scale: { ...(isJson(second.scale) ? second.scale : {}), range: DASHES },
});

function hasRoom({ rows, encoding }: Around, colour: Json): boolean {
  const [field = ''] = fieldsOf(colour);
  if (!rows || Object.values(encoding).some((channel) => isJson(channel) && 'aggregate' in channel))
    return false;
  return rows.length / new Set(rows.map((row) => row[field])).size <= MOST_POINTS;
}

function withPoints(mark: unknown): Json {
  return isJson(mark) ? { point: true, ...mark } : { type: mark, point: true };
}
