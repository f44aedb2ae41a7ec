// Node's own https with callbacks, as in older books.
import * as https from 'node:https';
import { right, type City, type Reading } from './base.ts';

function get(path: string): Promise<any> {
  return new Promise((resolve, reject) => {
    https
      .get({ host: 'air-quality-api.open-meteo.com', path }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => {
          if (response.statusCode !== 200) return reject(new Error(`status ${response.statusCode}`));
          try {
            resolve(JSON.parse(text));
          } catch (error) {
            reject(error);
          }
        });
        response.on('error', reject);
      })
      .on('error', reject);
  });
}

export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  const { hourly } = await get(
    `/v1/air-quality?latitude=${city.latitude}&longitude=${city.longitude}&hourly=pm2_5&past_days=4&forecast_days=1`,
  );
  return right.readings(hourly, city, now);
}

export async function compareCities(cities: City[], now: Date) {
  const list = [];
  for (const city of cities) list.push(right.air(city, await hourlyPm25(city, now)));
  return list.reverse();
}

export async function showCities(cities: City[], now: Date) {
  const all = [];
  for (const city of cities) all.push({ city, readings: await hourlyPm25(city, now) });
  return right.show(all);
}
