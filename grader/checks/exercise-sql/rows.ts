import { type Air, type AirCity, dayName, type Reading } from './air.ts';

export type PartId = 'stations' | 'smoky' | 'days' | 'rises';
export type Cell = number | string | null;
export type Row = readonly Cell[];

/** A known wrong way to ask. Each changes one step of the right one. */
export type Slip =
  | 'inner-for-left-join'
  | 'count-star'
  | 'null-is-zero'
  | 'no-group-by'
  | 'where-for-having'
  | 'mean-of-means'
  | 'at-least'
  | 'utc-day'
  | 'between-end'
  | 'no-partition'
  | 'fall-as-rise';

export const LIMIT = 15;
export const RISE = 5;
const FIRST_DAY = '2026-01-12';
const LAST_DAY = '2026-01-13';

/** The rows that a part must give; with a slip, those that the slip gives. */
export function rowsOf(part: PartId, air: Air, slip?: Slip): readonly Row[] {
  switch (part) {
    case 'stations':
      return stationRows(air, slip);
    case 'smoky':
      return smokyRows(air, slip);
    case 'days':
      return dayRows(air, slip);
    case 'rises':
      return riseRows(air, slip);
  }
}

/** The slips that each part can make. */
export const SLIPS: Readonly<Record<PartId, readonly Slip[]>> = {
  stations: ['inner-for-left-join', 'count-star', 'null-is-zero', 'no-group-by'],
  smoky: ['where-for-having', 'mean-of-means', 'null-is-zero', 'at-least', 'no-group-by'],
  days: ['utc-day', 'between-end', 'null-is-zero', 'mean-of-means'],
  rises: ['no-partition', 'null-is-zero', 'fall-as-rise'],
};

function stationRows({ stations, readings }: Air, slip: Slip | undefined): Row[] {
  const rows = stations.flatMap(({ id, city, name }): Row[] => {
    const own = readings.filter(({ station }) => station === id);
    if (own.length === 0 && slip === 'inner-for-left-join') return [];
    const hours = slip === 'count-star' ? Math.max(1, own.length) : known(own).length;
    return [[city, name, hours, mean(numbers(own, slip))]];
  });
  if (slip !== 'no-group-by') return rows;
  const all = known(readings);
  return [[null, null, all.length, mean(all)]];
}

function smokyRows(air: Air, slip: Slip | undefined): Row[] {
  const rows = air.cities.flatMap(({ name }): Row[] => {
    const own = readingsIn(air, name);
    const asked = slip === 'where-for-having' ? own.filter(({ value }) => (value ?? 0) > LIMIT) : own;
    const found = slip === 'mean-of-means' ? meanOfMeans(asked) : mean(numbers(asked, slip));
    const isSmoky =
      found !== null &&
      (slip === 'where-for-having' || (slip === 'at-least' ? found >= LIMIT : found > LIMIT));
    return isSmoky ? [[name, found]] : [];
  });
  if (slip === 'no-group-by') return [[null, mean(known(air.readings))]];
  return rows.sort(([, a], [, b]) => Number(b) - Number(a));
}

function dayRows(air: Air, slip: Slip | undefined): Row[] {
  return air.cities.flatMap((city) => {
    const days = new Map<string, Reading[]>();
    for (const reading of readingsIn(air, city.name)) {
      const day = dayOf(reading, city, slip);
      if (day < FIRST_DAY || day > LAST_DAY) continue;
      // BETWEEN '2026-01-12' AND '2026-01-13' on a time: nothing of the last day is that small.
      if (slip === 'between-end' && day === LAST_DAY) continue;
      days.set(day, [...(days.get(day) ?? []), reading]);
    }
    return [...days].flatMap(([day, own]): Row[] => {
      const found = slip === 'mean-of-means' ? meanOfMeans(own) : mean(numbers(own, slip));
      return found === null ? [] : [[city.name, day, found]];
    });
  });
}

const dayOf = ({ hour }: Reading, { aheadMinutes }: AirCity, slip: Slip | undefined): string =>
  dayName(hour, slip === 'utc-day' ? 0 : aheadMinutes);

function riseRows({ readings }: Air, slip: Slip | undefined): Row[] {
  const sorted =
    slip === 'no-partition'
      ? [...readings].sort((a, b) => a.hour - b.hour || a.station - b.station)
      : readings;
  return sorted.flatMap((reading, index): Row[] => {
    const before = sorted[index - 1];
    if (before === undefined) return [];
    if (slip !== 'no-partition' && before.station !== reading.station) return [];
    const [now, then] =
      slip === 'null-is-zero' ? [reading.value ?? 0, before.value ?? 0] : [reading.value, before.value];
    if (now === null || then === null) return [];
    const rise = slip === 'fall-as-rise' ? then - now : now - then;
    return rise > RISE ? [[reading.station, hourName(reading.hour), rise]] : [];
  });
}

const hourName = (hour: number): string => `${dayName(hour, 0)}T${String(hour % 24).padStart(2, '0')}:00Z`;

function readingsIn({ stations, readings }: Air, city: string): readonly Reading[] {
  const ids = new Set(stations.filter((station) => station.city === city).map(({ id }) => id));
  return readings.filter(({ station }) => ids.has(station));
}

const known = (readings: readonly Reading[]): number[] =>
  readings.map(({ value }) => value).filter((value) => value !== null);

const numbers = (readings: readonly Reading[], slip: Slip | undefined): number[] =>
  slip === 'null-is-zero' ? readings.map(({ value }) => value ?? 0) : known(readings);

function meanOfMeans(readings: readonly Reading[]): number | null {
  const means = [...new Set(readings.map(({ station }) => station))].map((id) =>
    mean(known(readings.filter(({ station }) => station === id))),
  );
  return mean(means.filter((one) => one !== null));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
