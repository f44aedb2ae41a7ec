import type { City, World } from '../exercise.ts';
import { AIR_FIELDS, type AirField, type GivenAir, type ParsedAir } from './air-given.ts';
import { isNear, SHARE_TOLERANCE, VALUE_TOLERANCE } from './compare.ts';
import { timeMs, writtenTime } from './readings.ts';
import { type Air, airOf, rightTimes, truth } from './truth.ts';

/** One city's entry with what it should be. */
export interface AirCase {
  readonly city: City;
  readonly given: GivenAir;
  readonly right: Air;
  readonly times: readonly string[];
}

/** A case for every city of the world that has an entry; entries are found by the city's name. */
export function airCases(parsed: ParsedAir, world: World): readonly AirCase[] {
  if (parsed.kind === 'unreadable') return [];
  return world.cities.flatMap((city): AirCase[] => {
    const given = parsed.entries.find((entry) => entry.city.toLowerCase() === city.name.toLowerCase());
    if (given === undefined) return [];
    const right = airOf(truth(city, world));
    return [{ city, given, right, times: rightTimes(right, city, world.nowMs) }];
  });
}

/** The fields that are wrong, in the order of the type. */
export const wrongFields = (one: AirCase): readonly AirField[] =>
  AIR_FIELDS.filter((field) => !isFieldRight(field, one));

function isFieldRight(field: AirField, { given, right, times }: AirCase): boolean {
  if (field !== 'maxAt') return isNumber(field, given[field], right[field]);
  if (times.length === 0) return true;
  const written = writtenTime(given.maxAt);
  if (written === undefined || !times.includes(written.clock)) return false;
  if (written.zone === undefined) return true;
  const moment = timeMs(given.maxAt);
  return right.maxHours.some((hour) => hour * 3_600_000 === moment);
}

/** Near as far as the field's own precision asks for it. */
export function isNumber(
  field: Exclude<AirField, 'maxAt'>,
  given: number | null,
  right: number | null,
): boolean {
  if (given === null || right === null) return given === right;
  return isNear(given, right, TOLERANCE[field]);
}

const TOLERANCE = {
  mean24: VALUE_TOLERANCE,
  max: VALUE_TOLERANCE,
  hoursAbove15: 1e-3,
  share: SHARE_TOLERANCE,
} as const;
