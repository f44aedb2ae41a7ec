// undici's fetch with its own retries, and Promise.allSettled.
import { Agent, fetch, RetryAgent } from 'undici';
import { API, place, right, type City, type Hourly, type Reading } from './base.ts';

const dispatcher = new RetryAgent(new Agent({ headersTimeout: 5000, bodyTimeout: 5000 }), {
  errorCodes: ['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
});

export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  const response = await fetch(`${API}?${place(city)}&hourly=pm2_5&past_days=4&forecast_days=1`, { dispatcher });
  const { hourly } = (await response.json()) as { hourly: Hourly };
  return right.readings(hourly, city, now);
}

export async function compareCities(cities: City[], now: Date) {
  const settled = await Promise.allSettled(cities.map((city) => hourlyPm25(city, now)));
  return settled.map((one, i) => {
    if (one.status === 'rejected') throw one.reason;
    return right.air(cities[i], one.value);
  });
}

export async function showCities(cities: City[], now: Date) {
  return right.show(await Promise.all(cities.map(async (city) => ({ city, readings: await hourlyPm25(city, now) }))));
}
