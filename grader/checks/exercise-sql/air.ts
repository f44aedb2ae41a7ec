import { mixed } from '../../../src/services/mixed.ts';
import type { World } from '../../exercise.ts';

/** A city with its clock, always so many minutes ahead of UTC. */
export interface AirCity {
  readonly name: string;
  readonly aheadMinutes: number;
}

export interface Station {
  readonly id: number;
  readonly city: string;
  readonly name: string;
}

export interface Reading {
  readonly station: number;
  /** Hours after 11 January 2026, 00:00 UTC. */
  readonly hour: number;
  readonly value: number | null;
}

/** All air of one world. */
export interface Air {
  readonly cities: readonly AirCity[];
  readonly stations: readonly Station[];
  readonly readings: readonly Reading[];
}

/** What is special about the data of a trial. */
export type Twist = 'none' | 'other cities' | 'gaps' | 'ties';

export const TWISTS: readonly Twist[] = ['none', 'other cities', 'gaps', 'ties'];

const FIRST = Date.UTC(2026, 0, 11);
const HOURS = 96;
const HOUR_MS = 3_600_000;

const USUAL: readonly AirCity[] = [
  { name: 'Roskilde', aheadMinutes: 60 },
  { name: 'Beijing', aheadMinutes: 480 },
];
const OTHERS: readonly AirCity[] = [
  { name: 'Mumbai', aheadMinutes: 330 },
  { name: 'Roskilde', aheadMinutes: 60 },
  { name: 'Denver', aheadMinutes: -420 },
  { name: 'Nuuk', aheadMinutes: -120 },
];

/** Stations of a city: name, share of its hours that were measured, and how much more there is than elsewhere. */
const PLACES = [
  ['Centre', 1, 0],
  ['Harbour', 0.2, 9],
  ['School', 0, 0],
] as const;

/** The salt says which twist it is; the rest of it decides the numbers. */
export const twistOf = ({ salt = 0 }: World): Twist => TWISTS[salt % TWISTS.length] ?? 'none';

/** The air of a world: made by arithmetic, nobody measured it. */
export function airOf(world: World): Air {
  const twist = twistOf(world);
  const { salt = 0 } = world;
  const cities =
    twist === 'other cities'
      ? OTHERS
      : twist === 'ties'
        ? [...USUAL, { name: 'Lejre', aheadMinutes: 60 }]
        : USUAL;
  const stations = cities.flatMap(({ name: city }, nth) =>
    PLACES.map(([name], place): Station => ({ id: 10 * (nth + 1) + place, city, name })),
  );
  const readings = stations.flatMap(({ id, city }) => {
    const nth = cities.findIndex(({ name }) => name === city);
    const [, share, more] = PLACES[id % 10] ?? PLACES[2];
    return Array.from({ length: HOURS }, (_, hour): Reading | undefined => {
      if (hour >= HOURS * share) return undefined;
      const value = valueAt({ salt, nth, station: id, hour });
      const gap = twist === 'gaps' ? 0.3 : 0.06;
      if (mixed('gap', salt, id, hour) < gap) return { station: id, hour, value: null };
      if (twist === 'ties') return { station: id, hour, value: nth < 2 ? 20 : 15 };
      return { station: id, hour, value: Math.round((value + more) * 10) / 10 };
    }).filter((reading) => reading !== undefined);
  });
  return { cities, stations, readings };
}

/** Every second city is smoky. Nights are cleaner than days, and days differ. */
function valueAt(at: { salt: number; nth: number; station: number; hour: number }): number {
  const { salt, nth, station, hour } = at;
  const day = mixed('day', salt, nth, Math.floor(hour / 24)) * 8;
  const usual = nth % 2 === 1 ? 26 + mixed('city', salt, nth) * 14 : 6 + mixed('city', salt, nth) * 3;
  return usual + day + 3 * Math.sin(hour / 4) + 7 * mixed('value', salt, station, hour);
}

/** `2026-01-12T05:00Z`, as the table has it. */
export const timeName = (hour: number): string =>
  `${new Date(FIRST + hour * HOUR_MS).toISOString().slice(0, 16)}Z`;

/** The calendar day of an hour, on a clock that is ahead by so much. */
export const dayName = (hour: number, aheadMinutes: number): string =>
  new Date(FIRST + hour * HOUR_MS + aheadMinutes * 60_000).toISOString().slice(0, 10);

/** Makes the database of the exercise. */
export function scriptOf({ cities, stations, readings }: Air): string {
  const values = (rows: readonly (readonly (string | number | null)[])[]): string =>
    rows.map((row) => `(${row.map(literal).join(',')})`).join(',');
  return `CREATE TABLE city (name TEXT PRIMARY KEY, ahead_minutes INTEGER NOT NULL);
CREATE TABLE station (id INTEGER PRIMARY KEY, city TEXT NOT NULL REFERENCES city(name), name TEXT NOT NULL);
CREATE TABLE reading (
  station_id INTEGER NOT NULL REFERENCES station(id),
  time_utc TEXT NOT NULL,
  pm2_5 REAL,
  PRIMARY KEY (station_id, time_utc)
);
INSERT INTO city VALUES ${values(cities.map(({ name, aheadMinutes }) => [name, aheadMinutes]))};
INSERT INTO station VALUES ${values(stations.map(({ id, city, name }) => [id, city, name]))};
INSERT INTO reading VALUES ${values(readings.map(({ station, hour, value }) => [station, timeName(hour), value]))};`;
}

const literal = (value: string | number | null): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
