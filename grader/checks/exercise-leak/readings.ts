import type { World } from '../../exercise.ts';

/** The air of one hour in one version. Times are ISO 8601 in UTC. */
export interface Reading {
  readonly city: string;
  readonly time: string;
  readonly published: string;
  readonly pm25: number | null;
}

export interface Label {
  readonly city: string;
  readonly time: string;
  readonly target: number;
}

export interface Example extends Label {
  readonly pm25: number | null;
}

/** What is odd about the data of a trial. */
export interface Oddities {
  readonly cities?: readonly string[];
  /** Hours of which nothing is ever published. */
  readonly hasGaps?: boolean;
  /** Hours that are all published together when a line works again, and rows in no order. */
  readonly isLate?: boolean;
  /** Labels at the very moment of a publication, twice, in no order. */
  readonly hasOddLabels?: boolean;
}

export interface Data {
  readonly readings: readonly Reading[];
  readonly labels: readonly Label[];
  readonly toleranceHours: number;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const HOURS = 120;
const TOLERANCE_HOURS = 6;
const STARTS_MS = Date.parse('2025-03-03T00:00:00Z');

const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** Invented readings of five days with their labels; another salt gives others. Pure. */
export function dataOf({ salt = 0 }: World, oddities: Oddities = {}): Data {
  const { cities = ['Roskilde', 'Beijing'], isLate = false, hasOddLabels = false } = oddities;
  const readings = cities.flatMap((city, place) =>
    Array.from({ length: HOURS }, (_, hour) => versionsOf({ city, place, hour, salt }, oddities)).flat(),
  );
  const labels = cities.flatMap((city, place) =>
    Array.from({ length: 20 }, (_, nth) => labelOf({ city, place, hour: 9 + nth * 5, salt })),
  );
  return {
    readings: isLate ? inNoOrder(readings, salt) : readings,
    labels: hasOddLabels
      ? inNoOrder([...labels.slice(0, 5), ...labels.map(atPublication)], salt)
      : [...labels].sort((a, b) => a.time.localeCompare(b.time)),
    toleranceHours: TOLERANCE_HOURS,
  };
}

interface Spot {
  readonly city: string;
  /** Number of the city: each line has its own delay. */
  readonly place: number;
  readonly hour: number;
  readonly salt: number;
}

/** One row for an hour, two when it is corrected: soon, or so late that a label has been made meanwhile. */
function versionsOf(spot: Spot, { hasGaps = false, isLate = false }: Oddities): readonly Reading[] {
  const { city, place, hour, salt } = spot;
  const timeMs = STARTS_MS + hour * HOUR_MS;
  const isSilent = hasGaps && (hour + place * 3) % 23 < 8;
  if (isSilent) return [];
  const inOutage = isLate && (hour + place * 5) % 29 < 7;
  const workingMs = STARTS_MS + (hour + 7 - ((hour + place * 5) % 29)) * HOUR_MS;
  const publishedMs = (inOutage ? workingMs : timeMs) + 2 * HOUR_MS + (10 + place * 5) * MINUTE_MS;
  const row = (ms: number, pm25: number | null): Reading => ({
    city,
    time: iso(timeMs),
    published: iso(ms),
    pm25,
  });
  const value = pm25Of(spot);
  // Every fourth hour, so that each split of the data has some.
  const first = row(publishedMs, (hour + place + salt) % 4 === 0 ? null : value);
  if (hour % 3 === 2) return [first];
  const laterMs = hour % 3 === 0 ? 20 * MINUTE_MS : 9 * HOUR_MS;
  return [first, row(publishedMs + laterMs, Math.round(value * 13) / 10)];
}

/** A slow swing, with a step of its own for every hour so that no two neighbours are alike. */
function pm25Of({ place, hour, salt }: Spot): number {
  const level = 12 + place * 31 + 6 * Math.sin((hour + salt) / 9);
  return Math.round((level + drawn(salt, hour * 31 + place, 60) / 10) * 10) / 10;
}

function labelOf(spot: Spot): Label {
  const dayLater = pm25Of({ ...spot, hour: spot.hour + 24 });
  const timeMs = STARTS_MS + spot.hour * HOUR_MS + 40 * MINUTE_MS;
  return { city: spot.city, time: iso(timeMs), target: dayLater };
}

/** Moves a label to the minute at which a reading of its city is published. */
function atPublication(label: Label, index: number): Label {
  if (index % 2 === 1) return label;
  const minute = label.city === 'Roskilde' ? 10 : label.city === 'Beijing' ? 15 : 20;
  return { ...label, time: `${label.time.slice(0, 14)}${minute}:00Z` };
}

/** The same every time for the same salt. */
export function inNoOrder<Thing>(things: readonly Thing[], salt: number): readonly Thing[] {
  return things
    .map((thing, index) => ({ thing, key: drawn(salt, index + 500, 100_003) }))
    .sort((a, b) => a.key - b.key)
    .map(({ thing }) => thing);
}

/** A number from 0 to `below`, not included. */
function drawn(salt: number, nth: number, below: number): number {
  let mixed = Math.imul(salt + 1, 0x9e3779b1) ^ Math.imul(nth + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
}
