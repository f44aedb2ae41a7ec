import { RECORDED_VARIABLES } from '../recorded-variables.ts';
import type { RecordedPlace } from '../snapshot.ts';
import type { Coordinates } from '../source.ts';
import { type JsonAnswer, wrongContent } from './json.ts';

interface Wanted extends Coordinates {
  readonly name: string;
  readonly timezone: string;
}

const HOUR_S = 3_600;
/** The reported grid point is at most one step of the coarsest grid away, degrees. */
const GRID_STEP = 0.8;
const MOST_HOURS = 24 * 366;

/**
 * The places out of an answer with `hourly=` all recorded variables, `timeformat=unixtime` and `timezone=GMT`.
 *
 * @throws {OutsideError} `RECORD_CONTENT` with the first field that is not as it should be
 */
export function readRecordedPlaces(
  { name, value }: JsonAnswer,
  wanted: readonly Wanted[],
): readonly RecordedPlace[] {
  // Open-Meteo answers one place without a list around it.
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (parts.length !== wanted.length)
    throw wrongContent(name, `expected ${wanted.length} places, got ${parts.length}`);
  const places = wanted.map((place, index) => {
    const fail = (says: string) => wrongContent(name, `${place.name}: ${says}`);
    return readPlace(parts[index], place, fail);
  });
  const [first] = places;
  const isAligned = places.every(
    (place) => place.firstHour === first?.firstHour && lengthOf(place) === lengthOf(first),
  );
  if (!isAligned) throw wrongContent(name, 'expected the same hours for all places');
  return places;
}

type Fail = (says: string) => Error;

function readPlace(
  part: unknown,
  { name, latitude, longitude, timezone }: Wanted,
  fail: Fail,
): RecordedPlace {
  if (!isRecord(part)) throw fail('expected an object');
  const { hourly, hourly_units: units } = part;
  if (part.utc_offset_seconds !== 0) throw fail(`expected UTC, got the offset ${part.utc_offset_seconds} s`);
  if (!isRecord(hourly) || !isRecord(units)) throw fail('expected hourly values with units');
  const hours = readHours(hourly.time, fail);
  const series = RECORDED_VARIABLES.map((variable) => {
    const values = hourly[variable];
    if (!isSeries(values)) throw fail(`expected numbers or null for ${variable}`);
    if (values.length !== hours.length)
      throw fail(`expected ${hours.length} values of ${variable}, got ${values.length}`);
    return [variable, values] as const;
  });
  if (series.every(([, values]) => values.every((value) => value === null))) throw fail('no value at all');
  return {
    name,
    latitude,
    longitude,
    timezone,
    reported: readGridPoint(part, { latitude, longitude }, fail),
    firstHour: hours[0] ?? 0,
    units: Object.fromEntries(
      RECORDED_VARIABLES.map((variable) => [variable, unitOf(units, variable, fail)]),
    ),
    series: Object.fromEntries(series),
  };
}

/** Epoch hours, each one after the other. */
function readHours(time: unknown, fail: Fail): readonly number[] {
  if (!Array.isArray(time) || time.length === 0) throw fail('expected times');
  if (time.length > MOST_HOURS) throw fail(`expected at most ${MOST_HOURS} hours, got ${time.length}`);
  const hours = time.map((seconds: unknown) => (typeof seconds === 'number' ? seconds / HOUR_S : Number.NaN));
  const [first = Number.NaN] = hours;
  if (!Number.isInteger(first) || hours.some((hour, index) => hour !== first + index))
    throw fail('expected full hours without a gap, in unix time');
  return hours;
}

function readGridPoint(
  part: Record<string, unknown>,
  wanted: Coordinates,
  fail: Fail,
): RecordedPlace['reported'] {
  const { latitude, longitude, elevation = null } = part;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') throw fail('expected coordinates');
  const east = Math.abs(longitude - wanted.longitude);
  if (Math.abs(latitude - wanted.latitude) > GRID_STEP || Math.min(east, 360 - east) > GRID_STEP)
    throw fail(
      `expected a grid point near ${wanted.latitude}, ${wanted.longitude}, got ${latitude}, ${longitude}`,
    );
  if (elevation !== null && typeof elevation !== 'number') throw fail('expected the elevation in metres');
  return { latitude, longitude, elevation };
}

function unitOf(units: Record<string, unknown>, variable: string, fail: Fail): string {
  const unit = units[variable];
  if (typeof unit !== 'string') throw fail(`expected a unit for ${variable}`);
  return unit;
}

function isSeries(value: unknown): value is (number | null)[] {
  return Array.isArray(value) && value.every((one) => one === null || typeof one === 'number');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const lengthOf = (place: RecordedPlace | undefined): number => place?.series.pm2_5?.length ?? 0;
