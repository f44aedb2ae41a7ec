import type { World } from '../answer.ts';
import { validity } from '../simulated/horizon.ts';
import { VARIABLES } from '../simulated/variables.ts';
import type { Coordinates, EpochHour } from '../source.ts';
import { indexValues, isIndex } from './air-quality-index.ts';
import { roundTo } from './float.ts';
import type { Model } from './models.ts';
import { UNITS } from './units.ts';
import type { Variable } from './variables.ts';
import type { Axis } from './window.ts';

/** Values along an axis; null where there is none. */
export type Values = readonly (number | null)[];

/** What values depend on besides variable and time. */
export interface Scene {
  readonly world: World;
  readonly place: Coordinates;
  readonly model: Model;
}

const HOUR = 3_600;

/** Values of a variable along an axis, in its default unit. */
export function readSeries(variable: Variable, axis: Axis, scene: Scene): Values {
  const { readFirst, stepSeconds, count } = axis;
  if (stepSeconds === HOUR && readFirst % HOUR === 0) return hourly(variable, readFirst / HOUR, count, scene);
  const before = Math.max(1, stepSeconds / HOUR);
  const from = Math.floor(readFirst / HOUR) - before;
  const until = Math.ceil((readFirst + Math.max(0, count - 1) * stepSeconds) / HOUR) + 1;
  const values = hourly(variable, from, until - from + 1, scene);
  return Array.from({ length: count }, (_, index) =>
    valueAt(values, readFirst + index * stepSeconds - from * HOUR, { variable, stepSeconds }),
  );
}

/** `seconds` counts from the first value. Sums and means belong to the time before the moment. */
function valueAt(
  values: Values,
  seconds: number,
  { variable: { meaning, unit }, stepSeconds }: { readonly variable: Variable; readonly stepSeconds: number },
): number | null {
  const [hour, next] = [Math.floor(seconds / HOUR), Math.ceil(seconds / HOUR)];
  const share = seconds / HOUR - hour;
  const [here, after] = [values[hour] ?? null, values[next] ?? null];
  if (meaning === 'code') return here;
  if (meaning === 'state')
    return here === null || after === null
      ? null
      : roundTo(here + share * (after - here), UNITS[unit].decimals);
  const hours = stepSeconds / HOUR;
  if (hours <= 1)
    return after === null ? null : roundTo(after * (meaning === 'sum' ? hours : 1), UNITS[unit].decimals);
  const run = values.slice(next - hours + 1, next + 1);
  const sum = run.reduce<number | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );
  return sum === null ? null : roundTo(meaning === 'sum' ? sum : sum / hours, UNITS[unit].decimals);
}

function hourly(variable: Variable, from: EpochHour, count: number, scene: Scene): Values {
  const { world, place, model } = scene;
  const { name } = variable;
  const isDerived = isIndex(name) && !world.source.holds(place, name);
  const read = (substance: string, first: EpochHour, hours: number): Values => {
    const values = world.source.read(place, substance, first, hours, world.nowMs);
    return model.alone === undefined ? values : ofOneModel(values, substance, first, scene);
  };
  return isDerived ? indexValues(name, read, { from, count }) : read(name, from, count);
}

/** One model alone ends earlier, begins later or does not know the substance. */
function ofOneModel(values: Values, substance: string, from: EpochHour, { model, world }: Scene): Values {
  const origin = VARIABLES.get(substance)?.origin ?? 'air';
  if (origin === 'weather') return values;
  const isGlobal = model.alone === 'cams_global';
  if (isGlobal ? origin === 'europe' : origin === 'greenhouse') return values.map(() => null);
  const { first, last } = validity(isGlobal ? origin : 'europe', !isGlobal, world.nowMs);
  return values.map((value, index) => (from + index < first || from + index > last ? null : value));
}

/** True when the models that answer have data of the variable at all. */
export function hasData({ realm }: Variable, model: Model): boolean {
  return realm === 'both' || realm === model.realm;
}
