import type { Answer } from '../../../src/classroom/answer.ts';
import { offsetMs, wallTimeAt } from '../../judge/clock.ts';

const HOUR_MS = 3_600_000;

/**
 * The few words of Open-Meteo's contract that these tests need, straight from the source, so that a mistake in the
 * classroom API cannot hide one in the judge.
 */
export const standIn: Answer = ({ url }, world) => {
  const query = new URL(url, 'https://air-quality-api.open-meteo.com').searchParams;
  const list = (name: string): string[] => (query.get(name) ?? '').split(',').filter((one) => one !== '');
  const [latitudes, longitudes] = [list('latitude').map(Number), list('longitude').map(Number)];
  if (latitudes.some((latitude) => Math.abs(latitude) > 90))
    return json(400, { error: true, reason: 'Latitude must be in range of -90 to 90°. Given: 116.39723.' });
  const places = latitudes.map((latitude, index) => ({ latitude, longitude: longitudes[index] ?? 0 }));
  const zone = query.get('timezone') ?? 'GMT';
  const answers = places.map((place) => {
    const timezone = zone === 'auto' ? zoneOf(place.longitude) : zone;
    const offset = timezone === 'GMT' ? 0 : offsetMs(world.nowMs, timezone);
    const { from, count } = range(query, world.nowMs, offset);
    const hours = Array.from({ length: count }, (_, index) => from + index);
    const time = hours.map((hour) =>
      query.get('timeformat') === 'unixtime' ? hour * 3600 : wallTimeAt(hour * HOUR_MS, offset),
    );
    const columns = list('hourly').map((name) => [
      name,
      world.source.read(place, name, from, count, world.nowMs),
    ]);
    return {
      ...place,
      timezone,
      utc_offset_seconds: offset / 1000,
      hourly: { time, ...Object.fromEntries(columns) },
    };
  });
  return json(200, answers.length === 1 ? answers[0] : answers);
};

function range(query: URLSearchParams, nowMs: number, offset: number): { from: number; count: number } {
  const number = (name: string, otherwise: number): number => Number(query.get(name) ?? otherwise);
  const local = (text: string): number =>
    Math.floor((Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`) - offset) / HOUR_MS);
  const [startHour, endHour] = [query.get('start_hour'), query.get('end_hour')];
  if (startHour && endHour) return { from: local(startHour), count: local(endHour) - local(startHour) + 1 };
  const [startDate, endDate] = [query.get('start_date'), query.get('end_date')];
  if (startDate && endDate) return { from: local(startDate), count: local(endDate) - local(startDate) + 24 };
  if (query.has('past_hours') || query.has('forecast_hours')) {
    const back = number('past_hours', 0);
    return { from: Math.floor(nowMs / HOUR_MS) - back, count: back + number('forecast_hours', 168) };
  }
  const midnight = local(wallTimeAt(nowMs, offset).slice(0, 10));
  const back = 24 * number('past_days', 0);
  return { from: midnight - back, count: back + 24 * number('forecast_days', 5) };
}

const zoneOf = (longitude: number): string =>
  longitude < -50 ? 'America/New_York' : longitude > 60 ? 'Asia/Shanghai' : 'Europe/Copenhagen';

const json = (status: number, body: unknown) => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'x-airlab-data': 'test' },
  body: JSON.stringify(body),
});
