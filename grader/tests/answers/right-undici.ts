// undici with its own time limits.
import { request } from 'undici';
import { right, type City, type Reading } from './base.ts';

async function get(city: City): Promise<any> {
  for (let tries = 0; ; tries++) {
    try {
      const { statusCode, headers, body } = await request('https://air-quality-api.open-meteo.com/v1/air-quality', {
        query: { latitude: city.latitude, longitude: city.longitude, hourly: 'pm2_5', past_days: 4, forecast_days: 1 },
        headersTimeout: 8000,
        bodyTimeout: 8000,
      });
      if (statusCode === 200) return await body.json();
      await body.dump();
      await new Promise((done) => setTimeout(done, Number(headers['retry-after'] ?? 1) * 1000));
    } catch (error) {
      if (tries > 3) throw error;
    }
    if (tries > 5) throw new Error('Open-Meteo does not answer');
  }
}

export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  return right.readings((await get(city)).hourly, city, now);
}

export async function compareCities(cities: City[], now: Date) {
  return Promise.all(cities.map(async (city) => right.air(city, await hourlyPm25(city, now))));
}

export async function showCities(cities: City[], now: Date) {
  return right.show(await Promise.all(cities.map(async (city) => ({ city, readings: await hourlyPm25(city, now) }))));
}
