import type { Coordinates } from '../source.ts';
import type { Api } from './apis.ts';
import { spansOf } from './dates.ts';
import { floatText } from './float.ts';
import { refuse } from './refusal.ts';
import { type Dates, type Windows, type WindowWishes, windowsOf } from './window.ts';
import type { Wishes } from './wishes.ts';
import { GMT, type Zone, zoneAt, zoneNameOf } from './zone.ts';

/** One place and one window: one element of the answer. */
export interface Spot {
  readonly place: Coordinates;
  readonly locationId: number;
  /** Undefined: the height of the ground. NaN: none at all. */
  readonly elevation: number | undefined;
  readonly zone: Zone;
  readonly windows: Windows;
}

const MOST_SPOTS = 1000;

/** The service that was asked and when. */
interface SpotContext {
  readonly api: Api;
  readonly nowMs: number;
}

/** Places, their time zones and windows. @throws {Refusal} */
export function readSpots(wishes: Wishes, { api, nowMs }: SpotContext): readonly Spot[] {
  const dates = readDates(wishes);
  const places = readPlaces(wishes);
  const zones = zonesFor(places, wishes.zones, nowMs);
  const pairs = pair(places, dates);
  if (pairs.length > MOST_SPOTS) refuse('Only up to 1000 locations can be requested at once');
  return pairs.map(({ index, dates: own }) => {
    const place = places[index];
    const zone = zones[index];
    if (place === undefined || zone === undefined) throw new RangeError(`There is no place ${index}`);
    return { ...place, zone, windows: windowsOf(wishes.window, own, { api, zone, nowMs }) };
  });
}

/** In the order in which the service looks at them. */
const EXCLUSIVE = [
  ['past_days', 'pastDays'],
  ['forecast_days', 'forecastDays'],
  ['past_hours', 'pastHours'],
  ['forecast_hours', 'forecastHours'],
  ['past_minutely_15', 'pastQuarters'],
  ['forecast_minutely_15', 'forecastQuarters'],
] as const satisfies readonly (readonly [string, keyof WindowWishes])[];

function readDates({ starts, ends, window }: Wishes): readonly Dates[] {
  const days = spansOf(starts.days, ends.days, 'date');
  const hours = spansOf(starts.hours, ends.hours, 'hour');
  const quarters = spansOf(starts.quarters, ends.quarters, 'minutely_15');
  const count = Math.max(days.length, hours.length, quarters.length);
  for (const [name, key] of count === 0 ? [] : EXCLUSIVE)
    if ((window[key] ?? 0) !== 0)
      refuse(`Parameter '${name}' is mutually exclusive with 'start_date' and 'end_date'`);
  return Array.from({ length: count }, (_, index) => ({
    days: days[index],
    hours: hours[index],
    quarters: quarters[index],
  }));
}

type Placed = Pick<Spot, 'place' | 'locationId' | 'elevation'>;

function readPlaces({ latitudes, longitudes, elevations, locationIds }: Wishes): readonly Placed[] {
  const count = longitudes.length;
  if (latitudes.length !== count || (locationIds !== undefined && locationIds.length !== count))
    refuse("Parameter 'latitude' and 'longitude' must have the same number of elements");
  if (elevations !== undefined && elevations.length !== count)
    refuse("Parameter 'elevation' must have the same number of elements as coordinates");
  return latitudes.map((latitude, index) => {
    const longitude = longitudes[index] ?? Number.NaN;
    checkDegrees('Latitude', latitude, 90);
    checkDegrees('Longitude', longitude, 180);
    return {
      place: { latitude, longitude },
      locationId: locationIds?.[index] ?? index,
      elevation: elevations?.[index],
    };
  });
}

/** @throws {Refusal} outside -limit to limit */
export function checkDegrees(what: 'Latitude' | 'Longitude', degrees: number, limit: number): void {
  if (Math.abs(degrees) <= limit) return;
  refuse(`${what} must be in range of -${limit} to ${limit}°. Given: ${floatText(degrees)}.`);
}

function zonesFor(
  places: readonly Placed[],
  names: readonly string[] | undefined,
  nowMs: number,
): readonly Zone[] {
  if (names === undefined) return places.map(() => GMT);
  if (names.length !== 1 && names.length !== places.length)
    refuse("Parameter 'timezone' and coordinates must have the same number of elements");
  return places.map(({ place }, index) => {
    const name = names[names.length === 1 ? 0 : index] ?? 'GMT';
    return zoneAt(name === 'auto' ? zoneNameOf(place) : name, nowMs);
  });
}

interface Pair {
  readonly index: number;
  readonly dates: Dates | undefined;
}

/** One window for all places, all windows for the one place, or one each. */
function pair(places: readonly unknown[], dates: readonly Dates[]): readonly Pair[] {
  if (dates.length <= 1) return places.map((_, index) => ({ index, dates: dates[0] }));
  if (places.length === 1) return dates.map((own) => ({ index: 0, dates: own }));
  if (dates.length !== places.length)
    refuse("Parameter 'start_date' and 'end_date' must have the same number of elements as coordinates");
  return dates.map((own, index) => ({ index, dates: own }));
}
