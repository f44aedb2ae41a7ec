// The answer as CSV, read line by line.
import { right, type City, type Reading } from './base.ts';

export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  const response = await fetch(
    `https://air-quality-api.open-meteo.com/v1/air-quality?latitude=${city.latitude}&longitude=${city.longitude}&hourly=pm2_5&past_days=4&format=csv`,
  );
  if (!response.ok) throw new Error(await response.text());
  const lines = (await response.text()).trim().split('\n');
  const start = lines.findIndex((line) => line.startsWith('time,'));
  const rows = lines.slice(start + 1).map((line) => line.split(','));
  return rows
    .map(([time, value]) => ({ time: `${time}Z`, pm25: value === 'NaN' || value === '' ? null : Number(value) }))
    .filter(({ time }) => Date.parse(time) < Math.floor(now.getTime() / 3_600_000) * 3_600_000)
    .slice(-72);
}

export async function compareCities(cities: City[], now: Date) {
  return Promise.all(cities.map(async (city) => right.air(city, await hourlyPm25(city, now))));
}

export async function showCities(cities: City[], now: Date) {
  return right.show(await Promise.all(cities.map(async (city) => ({ city, readings: await hourlyPm25(city, now) }))));
}
