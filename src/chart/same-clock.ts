import { fieldsOf, unescaped } from './check.ts';
import { isJson, type Json, mapUnits } from './spec.ts';

/**
 * Draws axes of times that name UTC (`2026-11-24T09:00Z`) in UTC. Vega would use the clock of the machine that looks, so
 * that a picture and a browser elsewhere would disagree about the same hour.
 */
export function sameClock(spec: Json): Json {
  return mapUnits(spec, (unit, { encoding, rows = [] }) => {
    const changed = Object.entries(encoding)
      .filter(([channel, definition]) => (channel === 'x' || channel === 'y') && isJson(definition))
      .flatMap(([channel, definition]) => (isJson(definition) ? [[channel, inUtc(definition, rows)]] : []));
    const own = isJson(unit.encoding) ? unit.encoding : {};
    return { ...unit, encoding: { ...own, ...Object.fromEntries(changed) } };
  });
}

function inUtc(definition: Json, rows: readonly Json[]): Json {
  const [field = ''] = fieldsOf(definition).map(unescaped);
  const isPlain = definition.type === 'temporal' && !('timeUnit' in definition) && !('scale' in definition);
  const values = rows.map((row) => row[field]).filter((value) => value !== null && value !== undefined);
  const isUtc =
    values.length > 0 && values.every((value) => typeof value === 'string' && value.endsWith('Z'));
  return isPlain && isUtc ? { ...definition, scale: { type: 'utc' } } : definition;
}
