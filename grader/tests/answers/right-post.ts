// The question as a form: for long lists of places the service takes POST, too.
import { right, type City, type Hourly, type Reading } from './base.ts';

async function all(cities: City[], now: Date): Promise<Reading[][]> {
  const body = new URLSearchParams({ hourly: 'pm2_5', past_days: '4', forecast_days: '1' });
  for (const { latitude, longitude } of cities) {
    body.append('latitude', String(latitude));
    body.append('longitude', String(longitude));
  }
  const response = await fetch('https://air-quality-api.open-meteo.com/v1/air-quality', { method: 'POST', body });
  if (response.status !== 200) throw new Error(await response.text());
  const answers: { hourly: Hourly }[] = [await response.json()].flat() as any;
  return answers.map(({ hourly }, i) => right.readings(hourly, cities[i], now));
}

export const hourlyPm25 = async (city: City, now: Date) => (await all([city], now))[0];

export const compareCities = async (cities: City[], now: Date) =>
  (await all(cities, now)).map((readings, i) => right.air(cities[i], readings));

export const showCities = async (cities: City[], now: Date) =>
  right.show((await all(cities, now)).map((readings, i) => ({ city: cities[i], readings })));
