import { UsageError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import type { Place } from './places.ts';
import type { Asked } from './read-answer.ts';

/** Which hours or days. Without any: from today on, as many days as the service has (5 for air, 7 for weather). */
export interface Window {
  /** Whole days before today. */
  readonly pastDays?: number;
  /** Days from today on, today included. */
  readonly forecastDays?: number;
  /** Hours before the current one, instead of days. */
  readonly pastHours?: number;
  /** Hours from the current one on, instead of days. */
  readonly forecastHours?: number;
  /** First day, `2026-11-22`, on the calendar of `timezone`. Needs `endDate`. */
  readonly startDate?: string;
  /** Last day, included. */
  readonly endDate?: string;
  /** First hour, `2026-11-24T09:00`, on the clock of `timezone`. Needs `endHour`. */
  readonly startHour?: string;
  /** Last hour, included. */
  readonly endHour?: string;
  /**
   * Whose days and clock: `auto` is the place's own, `GMT` the world's, or an IANA name.
   * @default 'auto'
   */
  readonly timezone?: string;
}

/** How the service is reached. */
export interface Reach {
  /** Another server, for example `http://127.0.0.1:8787`. */
  readonly baseUrl?: string;
  /** A commercial key; it is sent as a header and never shown. */
  readonly apiKey?: string;
  /** Another client, from `createHttp`. */
  readonly http?: Http;
  readonly signal?: AbortSignal;
}

/** Query parameters as Open-Meteo names them. Lists are joined with commas. */
export type Parameters = Readonly<Record<string, string | number | readonly (string | number)[] | undefined>>;

/** Parameters of the window as Open-Meteo names them. Unix time, because its local times carry no zone. */
export function windowParameters(window: Window): Parameters {
  return {
    past_days: window.pastDays,
    forecast_days: window.forecastDays,
    past_hours: window.pastHours,
    forecast_hours: window.forecastHours,
    start_date: window.startDate,
    end_date: window.endDate,
    start_hour: window.startHour,
    end_hour: window.endHour,
    timezone: window.timezone ?? 'auto',
    timeformat: 'unixtime',
  };
}

/** @throws UsageError when there is no place, or one without coordinates. */
export function placeParameters(places: readonly Place[]): Parameters {
  if (places.length === 0)
    throw new UsageError('No place was given.', 'Give one: { place: ROSKILDE }', 'OPEN_METEO_PLACE');
  for (const place of places) {
    if (Number.isFinite(place?.latitude) && Number.isFinite(place?.longitude)) continue;
    throw new UsageError(
      `A place has no coordinates: ${JSON.stringify(place)}`,
      'A place is { latitude: 55.64, longitude: 12.08 }. searchPlaces finds it by name.',
      'OPEN_METEO_PLACE',
    );
  }
  return {
    latitude: places.map(({ latitude }) => latitude),
    longitude: places.map(({ longitude }) => longitude),
  };
}

/** @throws UsageError when no variable was given. */
export function askedParameters(asked: Asked): Parameters {
  if (Object.values(asked).every((names) => !names?.length))
    throw new UsageError(
      'No variable was asked for.',
      `Name at least one: { place: ROSKILDE, hourly: ['pm2_5'] }`,
      'OPEN_METEO_VARIABLE',
    );
  return { current: asked.current, hourly: asked.hourly, daily: asked.daily };
}

/** The query with commas as they are: easy to read, and Open-Meteo then names the one wrong word of a list. */
export function queryText(parameters: Parameters): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}=${readable(encodeURIComponent(String(value)))}`)
    .join('&');
}

const readable = (encoded: string): string =>
  encoded.replace(/%2C|%2F|%3A/g, (code) => decodeURIComponent(code));
