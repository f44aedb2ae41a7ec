import type { World } from '../classroom/answer.ts';
import type { Coordinates } from '../classroom/source.ts';

/** A city that the services know by name. */
export interface City extends Coordinates {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly timezone: string;
}

/** One hour of PM2.5 in one city: the value that every protocol carries. */
export interface Reading {
  readonly city: string;
  /** The hour in UTC, `2026-11-24T09:00Z`. */
  readonly time: string;
  /** μg/m³; null when that hour has no value. */
  readonly pm2_5: number | null;
  readonly unit: 'μg/m³';
}

const HOUR_MS = 3_600_000;

/** Where the lessons look at the air. */
export const CITIES: readonly City[] = [
  city('roskilde', 'Roskilde', 'DK', 55.64152, 12.08035, 'Europe/Copenhagen'),
  city('beijing', 'Beijing', 'CN', 39.9075, 116.39723, 'Asia/Shanghai'),
  city('copenhagen', 'Copenhagen', 'DK', 55.67594, 12.56553, 'Europe/Copenhagen'),
  city('delhi', 'Delhi', 'IN', 28.65195, 77.23149, 'Asia/Kolkata'),
  city('lima', 'Lima', 'PE', -12.04318, -77.02824, 'America/Lima'),
  city('warsaw', 'Warsaw', 'PL', 52.22977, 21.01178, 'Europe/Warsaw'),
];

/** The city of that id or name, upper or lower case; undefined when the services do not know it. */
export function cityNamed(name: string): City | undefined {
  return CITIES.find(({ id }) => id === name.trim().toLowerCase());
}

/**
 * PM2.5 of a city at an hour of the world; without an hour, at the last full one.
 *
 * @example
 * readingOf(world, cityNamed('roskilde')); // { city: 'roskilde', time: '2026-11-24T08:00Z', pm2_5: 5.2, unit: 'μg/m³' }
 */
export function readingOf(world: World, { id, ...place }: City, epochHour = lastFullHour(world)): Reading {
  const [value = null] = world.source.read(place, 'pm2_5', epochHour, 1, world.nowMs);
  return {
    city: id,
    time: `${new Date(epochHour * HOUR_MS).toISOString().slice(0, 16)}Z`,
    pm2_5: value,
    unit: 'μg/m³',
  };
}

/** The hour that ended last, counted from 1970. */
export function lastFullHour({ nowMs }: World): number {
  return Math.floor(nowMs / HOUR_MS) - 1;
}

/**
 * Epoch hour of `2026-11-24T09:00Z`, `2026-11-24T09:00` or `2026-11-24T09`; undefined when it is no such time.
 * Times without a zone are UTC, as everything that the services say.
 */
export function epochHourOf(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2})(?::00(?::00(?:\.0+)?)?)?Z?$/.exec(text);
  const ms = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}:00:00Z`);
  return Number.isNaN(ms) ? undefined : ms / HOUR_MS;
}

function city(
  id: string,
  name: string,
  country: string,
  latitude: number,
  longitude: number,
  timezone: string,
): City {
  return { id, name, country, latitude, longitude, timezone };
}
