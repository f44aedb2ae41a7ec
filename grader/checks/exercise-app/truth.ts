import type { World } from '../../exercise.ts';
import { wallTime, wallTimeAt } from '../../judge/clock.ts';
import { isRecord } from '../../judge/readings.ts';
import { openMeteo } from '../../upstream/open-meteo.ts';

const HOUR_MS = 3_600_000;
/** What the WHO recommends for 24 hours, and other numbers that it is taken for. */
export const LIMIT = { who: 15, whoYear: 5, eu: 25 } as const;
/** A day has 24 hours, and 23 or 25 when the clocks change. */
const LEAST_HOURS = 23;

/** A city as a question names it. */
export interface Asked {
  readonly city: string;
  /** Two letters. */
  readonly country: string;
}

export interface PlaceBody {
  readonly name: string;
  readonly country: string;
  readonly countryCode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timezone: string;
}

export interface DayBody {
  readonly date: string;
  readonly pm2_5: number | null;
  readonly aboveWho: boolean | null;
  readonly aqi: number | null;
  readonly forecast: boolean;
}

export interface RecentBody {
  readonly place: Pick<PlaceBody, 'name' | 'country' | 'timezone'>;
  readonly unit: string;
  readonly days: readonly DayBody[];
}

/** One hour of the air at a place. */
export interface HourOfAir {
  readonly timeMs: number;
  /** Date on the clocks of the place, and in UTC. */
  readonly local: string;
  readonly utc: string;
  readonly pm2_5: number | null;
  readonly european: number | null;
  readonly us: number | null;
}

/** What follows from the data about one place at one moment. */
export interface Air {
  readonly place: PlaceBody;
  readonly unit: string;
  readonly hours: readonly HourOfAir[];
  /** Dates now, at the place and in UTC. */
  readonly today: string;
  readonly todayUtc: string;
}

/** All places that a name may mean, as Open-Meteo finds them. */
export function placesOf(name: string, world: World, country?: string): readonly PlaceBody[] {
  const query = new URLSearchParams({ name, count: '20', ...(country ? { countryCode: country } : {}) });
  const { results } = asked(world, `https://geocoding-api.open-meteo.com`, `/v1/search?${query}`);
  const list: readonly unknown[] = Array.isArray(results) ? results : [];
  return list.filter(isRecord).map((place) => ({
    name: String(place.name),
    country: String(place.country),
    countryCode: String(place.country_code),
    latitude: Number(place.latitude),
    longitude: Number(place.longitude),
    timezone: String(place.timezone),
  }));
}

/**
 * Whose days: `place` is Open-Meteo's way, with the distance from UTC that is in force now for all hours; `zone` has the
 * one of each hour, which differs when the clocks change; `utc` is a mistake.
 */
export type Clock = 'place' | 'zone' | 'utc';

/** The air of a place, three days back and three ahead, some virtual time after the trial has begun. */
export function airAt(place: PlaceBody, world: World, afterMs = 0, clock: Clock = 'place'): Air {
  const nowMs = world.nowMs + afterMs;
  const { latitude, longitude, timezone } = place;
  const window = `timezone=${clock === 'utc' ? 'GMT' : 'auto'}&timeformat=unixtime&past_days=3&forecast_days=4`;
  const path = `/v1/air-quality?latitude=${latitude}&longitude=${longitude}&${window}&hourly=pm2_5,european_aqi,us_aqi`;
  const answer = asked({ ...world, nowMs }, 'https://air-quality-api.open-meteo.com', path);
  const units = isRecord(answer.hourly_units) ? answer.hourly_units : {};
  const offset = Number(answer.utc_offset_seconds) * 1000;
  const local = (timeMs: number): string =>
    clock === 'zone' ? wallTime(timeMs, timezone).slice(0, 10) : dateAt(timeMs, offset);
  return {
    ...{ place, unit: String(units.pm2_5), hours: hoursIn(answer.hourly, local) },
    today: local(nowMs),
    todayUtc: dateAt(nowMs, 0),
  };
}

function hoursIn(hourly: unknown, local: (timeMs: number) => string): readonly HourOfAir[] {
  const columns = isRecord(hourly) ? hourly : {};
  const column = (name: string): readonly unknown[] => {
    const values = columns[name];
    return Array.isArray(values) ? values : [];
  };
  const value = (name: string, index: number): number | null => {
    const found = column(name)[index];
    return typeof found === 'number' ? found : null;
  };
  return column('time').map((time, index) => {
    const timeMs = Number(time) * 1000;
    return {
      ...{ timeMs, local: local(timeMs), utc: dateAt(timeMs, 0) },
      pm2_5: value('pm2_5', index),
      european: value('european_aqi', index),
      us: value('us_aqi', index),
    };
  });
}

/** How an answer may differ from the right one; the right one is the default of each. */
export interface Way {
  readonly dateOf?: (hour: HourOfAir) => string;
  readonly indexOf?: (hour: HourOfAir) => number | null;
  /** Of the values of a day. */
  readonly meanOf?: (values: readonly (number | null)[]) => number | null;
  readonly worstOf?: (values: readonly (number | null)[]) => number | null;
  readonly limit?: number;
  readonly isForecast?: (date: string) => boolean;
  readonly keeps?: (date: string) => boolean;
}

/** The body of `/api/recent`, as it follows from the data; or as a mistake would make it of them. */
export function recentBody(air: Air, way: Way = {}): RecentBody {
  const { dateOf = (hour) => hour.local, indexOf = (hour) => hour.european, limit = LIMIT.who } = way;
  const { meanOf = meanOfWhole, worstOf = worstOfWhole, keeps = () => true } = way;
  const { isForecast = (date: string) => date >= air.today } = way;
  const dates = [...new Set(air.hours.map(dateOf))].filter(keeps);
  return {
    place: { name: air.place.name, country: air.place.country, timezone: air.place.timezone },
    unit: air.unit,
    days: dates.map((date) => {
      const hours = air.hours.filter((hour) => dateOf(hour) === date);
      const pm2_5 = meanOf(hours.map((hour) => hour.pm2_5));
      return {
        date,
        pm2_5,
        aboveWho: pm2_5 === null ? null : pm2_5 > limit,
        aqi: worstOf(hours.map(indexOf)),
        forecast: isForecast(date),
      };
    }),
  };
}

const isWhole = (values: readonly (number | null)[]): values is readonly number[] =>
  values.length >= LEAST_HOURS && values.every((value) => value !== null);

export const meanOfKnown = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

export const worstOfKnown = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
};

const meanOfWhole = (values: readonly (number | null)[]): number | null =>
  isWhole(values) ? meanOfKnown(values) : null;

const worstOfWhole = (values: readonly (number | null)[]): number | null =>
  isWhole(values) ? Math.max(...values) : null;

const dateAt = (timeMs: number, offset: number): string => wallTimeAt(timeMs, offset).slice(0, 10);

/** The upstream's own answer: what is right follows from what the student's server can see, and from nothing else. */
function asked(world: World, origin: string, url: string): Readonly<Record<string, unknown>> {
  const request = { index: 0, method: 'GET', origin, url, headers: {}, body: '', atMs: 0 };
  const reply = openMeteo(world)(request);
  const body: unknown = reply.kind === 'answer' ? JSON.parse(String(reply.body)) : {};
  return isRecord(body) ? body : {};
}

/** Midnight at the place that follows, in ms. */
export const nextMidnightMs = (nowMs: number, offset: number): number =>
  Math.ceil((nowMs + offset) / (24 * HOUR_MS)) * 24 * HOUR_MS - offset;
