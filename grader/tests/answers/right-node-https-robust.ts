// node:https with a time limit, a check that the body is whole, and another try.
import { get, type IncomingMessage } from 'node:https';
import { text } from 'node:stream/consumers';
import { right, type City, type Reading } from './base.ts';

async function once(path: string): Promise<{ status: number; retryAfter: number; body: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = get({ hostname: 'air-quality-api.open-meteo.com', path, timeout: 4500 }, resolve);
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', reject);
  });
  const body = await text(response);
  return { status: response.statusCode ?? 0, retryAfter: Number(response.headers['retry-after'] ?? 1), body };
}

async function load(path: string, left = 5): Promise<any> {
  let wait = 1;
  try {
    const { status, retryAfter, body } = await once(path);
    if (status === 200) return JSON.parse(body);
    wait = retryAfter;
  } catch (error) {
    if (left === 0) throw error;
  }
  if (left === 0) throw new Error('no answer');
  await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  return load(path, left - 1);
}

export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  const { hourly } = await load(
    `/v1/air-quality?latitude=${city.latitude}&longitude=${city.longitude}&hourly=pm2_5&past_days=4&forecast_days=1`,
  );
  return right.readings(hourly, city, now);
}

export async function compareCities(cities: City[], now: Date) {
  const list = [];
  for (const city of cities) list.push(right.air(city, await hourlyPm25(city, now)));
  return list;
}

export async function showCities(cities: City[], now: Date) {
  const all = [];
  for (const city of cities) all.push({ city, readings: await hourlyPm25(city, now) });
  return right.show(all);
}
