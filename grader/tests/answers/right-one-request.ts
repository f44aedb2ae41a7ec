// One request for all cities, by dates.
import { right, type City, type Hourly, type Reading } from './base.ts';

const DAY = 864e5;
const date = (time: number) => new Date(time).toISOString().slice(0, 10);

async function all(cities: City[], now: Date): Promise<Reading[][]> {
  const list = (key: 'latitude' | 'longitude') => cities.map((city) => city[key]).join(',');
  const url = `https://air-quality-api.open-meteo.com/v1/air-quality?latitude=${list('latitude')}&longitude=${list('longitude')}&hourly=pm10,pm2_5&start_date=${date(+now - 3 * DAY)}&end_date=${date(+now)}`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const answers: { hourly: Hourly }[] = [await response.json()].flat();
  return answers.map(({ hourly }, i) => right.readings(hourly, cities[i], now));
}

export const hourlyPm25 = async (city: City, now: Date) => (await all([city], now))[0];

export const compareCities = async (cities: City[], now: Date) =>
  (await all(cities, now)).map((readings, i) => right.air(cities[i], readings));

export const showCities = async (cities: City[], now: Date) =>
  right.show((await all(cities, now)).map((readings, i) => ({ city: cities[i], readings })));
