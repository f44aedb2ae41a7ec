import { airQuality, type DataSource, type FoundPlace, forecast } from 'airlab';
import { http } from './client.ts';
import { type Day, type DayHour, daysOf } from './days.ts';

/** Three days back, today, three days ahead. */
const WINDOW = { pastDays: 3, forecastDays: 4 };

/** One hour of air and weather at the city. */
export interface Hour extends DayHour {
  /** UTC: `2026-11-24T09:00Z`. */
  readonly time: string;
  readonly temperature: number | null;
  readonly precipitation: number | null;
  /** It has not begun yet. */
  readonly forecast: boolean;
}

/** The last days and the next ones, at one city. */
export interface Recent {
  readonly place: FoundPlace;
  /** Of PM2.5. */
  readonly unit: string;
  readonly hours: readonly Hour[];
  readonly days: readonly Day[];
  /** Whose numbers these are: Open-Meteo's, or simulated in the classroom. */
  readonly source: DataSource;
  readonly attribution: readonly string[];
}

/** Asks for air and weather at once, and lays their hours side by side: the same `time` is the same hour. */
export async function recentOf(place: FoundPlace, nowMs: number): Promise<Recent> {
  const [air, weather] = await Promise.all([
    airQuality({ place, hourly: ['pm2_5', 'european_aqi'], ...WINDOW, http }),
    forecast({ place, hourly: ['temperature_2m', 'precipitation'], ...WINDOW, http }),
  ]);
  const weatherAt = new Map(weather.hourly.map((hour) => [hour.time, hour]));
  const hours = air.hourly.map(({ time, local, pm2_5, european_aqi }) => ({
    ...{ time, local, pm2_5, european_aqi },
    temperature: weatherAt.get(time)?.temperature_2m ?? null,
    precipitation: weatherAt.get(time)?.precipitation ?? null,
    forecast: Date.parse(time) > nowMs,
  }));
  return {
    place,
    unit: air.units.pm2_5,
    hours,
    days: daysOf(hours, dateAt(place.timezone, nowMs)),
    source: leastReal(air.source, weather.source),
    attribution: [air.attribution, weather.attribution],
  };
}

/** A page that is simulated in one part is not Open-Meteo's as a whole. */
export const leastReal = (first: DataSource, ...others: readonly DataSource[]): DataSource =>
  [first, ...others].find(({ kind }) => kind !== 'open-meteo') ?? first;

/** The calendar of the city: `2026-11-25` in Beijing while it is still the 24th in Roskilde. */
export function dateAt(timezone: string, nowMs: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(nowMs);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}
