// axios with parameters, a time limit and a second try.
import axios, { isAxiosError } from 'axios';
import { right, type City, type Reading } from './base.ts';

const api = axios.create({ baseURL: 'https://air-quality-api.open-meteo.com/v1', timeout: 6000 });

async function hourly(city: City, tries = 4): Promise<any> {
  try {
    const { data } = await api.get('/air-quality', {
      params: { latitude: city.latitude, longitude: city.longitude, hourly: ['pm2_5'].join(','), past_days: 4, forecast_days: 1 },
    });
    if (typeof data === 'string') throw new Error('the answer was cut off');
    return data.hourly;
  } catch (error) {
    if (tries === 0) throw error;
    const wait = isAxiosError(error) ? Number(error.response?.headers['retry-after'] ?? 1) : 1;
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    return hourly(city, tries - 1);
  }
}

export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  return right.readings(await hourly(city), city, now);
}

export async function compareCities(cities: City[], now: Date) {
  return Promise.all(cities.map(async (city) => right.air(city, await hourlyPm25(city, now))));
}

export async function showCities(cities: City[], now: Date) {
  return right.show(await Promise.all(cities.map(async (city) => ({ city, readings: await hourlyPm25(city, now) }))));
}
