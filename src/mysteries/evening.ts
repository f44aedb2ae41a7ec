import { mixed } from '../services/mixed.ts';
import type { Cast, Person, Station } from './cast.ts';

type Row = readonly (number | string | null)[];

/** The rows of one table of the story. */
export interface Sheet {
  readonly table: string;
  readonly rows: readonly Row[];
}

const FIRST_DAY = 13;
const HOURS = 72;
/** 18:00 on 14 January in Roskilde, counted in hours from 13 January 00:00 UTC. */
const SMOG_FROM = 24 + 17;
const SMOG_TO = SMOG_FROM + 6;

/**
 * What happened from 13 to 15 January 2026, as rows. The numbers are made by arithmetic; nobody measured them.
 *
 * @example eveningOf(castOf(0)).find(({ table }) => table === 'reading')?.rows.length // 864
 */
export function eveningOf(cast: Cast): readonly Sheet[] {
  return [
    { table: 'station', rows: cast.stations.map(({ id, city, name }) => [id, city, name]) },
    { table: 'person', rows: cast.people.map(({ id, name, works_for }) => [id, name, works_for]) },
    {
      table: 'van',
      rows: cast.people.map(({ id, van }) => [van.plate, van.colour, id]).sort(byText),
    },
    { table: 'reading', rows: cast.stations.flatMap((station) => readingsOf(station, cast)) },
    { table: 'badge', rows: badgesOf(cast) },
    { table: 'work_order', rows: ordersOf(cast) },
  ];
}

const byText = (a: Row, b: Row): number => String(a[0]).localeCompare(String(b[0]), 'en');

function readingsOf(station: Station, cast: Cast): Row[] {
  return Array.from({ length: HOURS }, (_, hour) => [
    station.id,
    timeAt(hour * 60),
    pm25At(station, hour, cast),
  ]);
}

/** PM2.5 in µg/m³: usual air, and in Roskilde the smog of one evening, which one station does not see. */
function pm25At(station: Station, hour: number, { clean, silent, fjord }: Cast): number | null {
  const chance = mixed('pm2_5', station.id, hour);
  const isEvening = hour >= SMOG_FROM && hour < SMOG_TO;
  if (station.city === 'Beijing') return rounded(38 + 14 * Math.sin(hour / 9 + station.id) + 9 * chance);
  if (station.id === silent.id && isEvening) return null;
  if (station.id === clean.id && isEvening) return rounded(5 + 3 * chance);
  // One value is missing at each station some time.
  if (hour === 5 + (station.id % 40)) return null;
  const usual = station.id === fjord.id ? 3 + 3 * chance : 11 + 6 * chance;
  const smog = hour >= SMOG_FROM - 2 && hour < SMOG_TO + 3 ? 52 + 18 * chance : 0;
  return rounded(usual + smog);
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Who was in the hut of which station. Minutes of 14 January, UTC; `undefined` where nobody signed out. */
function badgesOf(cast: Cast): Row[] {
  const { clean, silent, hand, hourLater, ordered, forgetful, visitor, early } = cast;
  const at = (person: Person, from: number, to?: number, station = clean): Row => [
    person.id,
    station.id,
    timeAt(1440 + from),
    to === undefined ? null : timeAt(1440 + to),
  ];
  const others = cast.people.filter(
    (person) => ![hand, hourLater, ordered, forgetful, visitor, early].some(({ id }) => id === person.id),
  );
  return [
    at(hand, 16 * 60 + 38, 17 * 60 + 6),
    at(hourLater, 17 * 60 + 39, 18 * 60 + 8),
    at(ordered, 16 * 60 + 20, 16 * 60 + 58),
    at(forgetful, 15 * 60 + 10),
    at(visitor, 16 * 60 + 41, 16 * 60 + 55),
    at(early, 15 * 60 + 50, 16 * 60 + 22),
    // The same minutes at another station.
    ...others
      .slice(0, 3)
      .map((person, index) => at(person, 16 * 60 + 30 + index, 17 * 60 + 10 + index, silent)),
    ...others.slice(3).map((person, index) => somewhere(person, index, cast)),
  ].sort((a, b) => String(a[2]).localeCompare(String(b[2]), 'en'));
}

function somewhere(person: Person, index: number, { stations, clean }: Cast): Row {
  const elsewhere = stations.filter(({ id }) => id !== clean.id);
  const from = 1440 * (index % 3) + 420 + Math.floor(mixed('badge', person.id, index) * 500);
  return [person.id, elsewhere[index % elsewhere.length]?.id ?? 0, timeAt(from), timeAt(from + 35)];
}

/** Work orders of 14 January. The hand has one too, but for another station. */
function ordersOf({ clean, silent, fjord, hand, ordered, people, stations }: Cast): Row[] {
  const day = `2026-01-${FIRST_DAY + 1}`;
  const some = people.filter(({ id }) => id % 2 === 0).slice(0, 6);
  return [
    [hand.id, silent.id, day, 'change the battery'],
    [ordered.id, clean.id, day, 'clean the inlet'],
    [null, clean.id, day, 'paint the door'],
    [null, fjord.id, day, 'cut the hedge'],
    ...some.map(
      (person, index): Row => [
        person.id,
        stations[index + 3]?.id ?? fjord.id,
        `2026-01-${FIRST_DAY + (index % 2) * 2}`,
        'check the pump',
      ],
    ),
  ];
}

/** `2026-01-14T17:06Z`, so many minutes after 13 January 00:00 UTC. */
function timeAt(minutes: number): string {
  return `${new Date(Date.UTC(2026, 0, FIRST_DAY) + minutes * 60_000).toISOString().slice(0, 16)}Z`;
}
