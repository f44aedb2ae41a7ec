import { airQuality, archive, type DataSource, type FoundPlace } from 'airlab';
import { http } from './client.ts';
import { type Day, daysOf } from './days.ts';
import { dateAt, leastReal } from './recent.ts';
import { Refusal } from './trouble.ts';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const MOST_DAYS = 366;

/** Both dates are included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A day that is over, with its weather. */
export interface PastDay extends Day {
  /** Mean, °C. */
  readonly temperature: number | null;
  /** Sum, mm. */
  readonly precipitation: number | null;
}

/** The past of one city, day by day. */
export interface History {
  readonly place: FoundPlace;
  readonly period: Period;
  readonly unit: string;
  readonly days: readonly PastDay[];
  readonly source: DataSource;
  readonly attribution: readonly string[];
}

/**
 * The period that was asked for, or the last 30 whole days.
 *
 * @throws Refusal 400 when it ends before it begins, or is longer than a year.
 */
export function periodOf({ from, to }: Partial<Period>, nowMs: number): Period {
  // Two days ago it is yesterday or earlier everywhere on Earth.
  const end = to ?? dateAt('UTC', nowMs - 2 * DAY_MS);
  const begin = from ?? dateAt('UTC', Date.parse(end) - (USUAL_DAYS - 1) * DAY_MS);
  const days = (Date.parse(end) - Date.parse(begin)) / DAY_MS + 1;
  if (days < 1) throw new Refusal(400, 'The last day is before the first one.', 'Change one of the two.');
  if (days > MOST_DAYS)
    throw new Refusal(400, `${days} days are more than a year.`, 'Ask for at most 366 days at a time.');
  return { from: begin, to: end };
}

/** Air from the air-quality service, weather from the archive, joined by the date at the city. */
export async function historyOf(place: FoundPlace, period: Period): Promise<History> {
  const window = { place, startDate: period.from, endDate: period.to, http };
  const [air, weather] = await Promise.all([
    airQuality({ ...window, hourly: ['pm2_5', 'european_aqi'] }),
    archive({ ...window, daily: ['temperature_2m_mean', 'precipitation_sum'] }),
  ]);
  const weatherOn = new Map(weather.daily.map((day) => [day.date, day]));
  const afterIt = dateAt('UTC', Date.parse(period.to) + DAY_MS);
  const days = daysOf(air.hourly, afterIt).filter(({ date }) => date >= period.from && date <= period.to);
  return {
    place,
    period,
    unit: air.units.pm2_5,
    days: days.map((day) => ({
      ...day,
      temperature: weatherOn.get(day.date)?.temperature_2m_mean ?? null,
      precipitation: weatherOn.get(day.date)?.precipitation_sum ?? null,
    })),
    source: leastReal(air.source, weather.source),
    attribution: [air.attribution, weather.attribution],
  };
}
