import type { Place } from './places.ts';

/** What asks for one place or for several. */
export type PlaceOrPlaces = Place | readonly Place[];

/** Whether `current` is one row or a list of rows. */
export type OneOrSeveral<P extends PlaceOrPlaces> = P extends readonly unknown[] ? 'several' : 'one';

type Label = 'place' | 'time' | 'local' | 'date';
/** Sunrise and sunset are moments, everything else is a number. */
type ValueOf<V> = V extends 'sunrise' | 'sunset' ? string | null : number | null;
type Row<L extends Label, V extends string> = { [K in L | V]: K extends Label ? string : ValueOf<K> };

/**
 * One hour at one place: `time` is UTC, `local` is a clock at the place, `null` means that the service has no value.
 *
 * @example { place: 'Roskilde', time: '2026-11-24T09:00Z', local: '2026-11-24T10:00+01:00', pm2_5: 8.1 }
 */
export type HourRow<V extends string> = Row<'place' | 'time' | 'local', V>;

/** Now, at one place; `time` is when the values were made for. */
export type CurrentRow<V extends string> = Row<'place' | 'time' | 'local', V>;

/**
 * One day at one place, from midnight to midnight there.
 *
 * @example { place: 'Roskilde', date: '2026-11-24', temperature_2m_max: 7.2 }
 */
export type DayRow<V extends string> = Row<'place' | 'date', V>;

/** The sections that were asked for, and no others: a typo in one is a type error, not an empty list. */
export type Sections<H extends string, D extends string, C extends string, N extends 'one' | 'several'> = ([
  H,
] extends [never]
  ? unknown
  : {
      /** One row for each place and hour, oldest first, place after place. */
      readonly hourly: HourRow<H>[];
    }) &
  ([D] extends [never]
    ? unknown
    : {
        /** One row for each place and day. */
        readonly daily: DayRow<D>[];
      }) &
  ([C] extends [never]
    ? unknown
    : {
        /** Now: one row, or a list of rows when a list of places was asked for. */
        readonly current: N extends 'several' ? CurrentRow<C>[] : CurrentRow<C>;
      });

/**
 * Rows as columns, for calculations over a whole series.
 *
 * @example columns(air.hourly).pm2_5 //=> [8.1, 7.9, null, …]
 */
export function columns<R extends object>(rows: readonly R[]): { [K in keyof R]: R[K][] };
export function columns(rows: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown[]> {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
}
