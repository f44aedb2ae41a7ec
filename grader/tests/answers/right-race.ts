// Patience of one's own making: a race against a timer, back-off with jitter, one request for all cities.
import { API, right, type City, type Hourly, type Reading } from './base.ts';

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function attempt(url: string): Promise<any> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new Error('too late'));
    }, 8000);
  });
  try {
    return await Promise.race([
      fetch(url, { signal: controller.signal }).then((response) => {
        if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), { response });
        return response.json();
      }),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

async function patiently(url: string): Promise<any> {
  const startedAt = performance.now();
  for (let n = 0; ; n++) {
    try {
      return await attempt(url);
    } catch (error: any) {
      if (performance.now() - startedAt > 60_000 || error.response?.status === 400) throw error;
      await sleep(Math.max(1000 * Number(error.response?.headers.get('Retry-After') ?? 0), 300 * 2 ** n * (1 + Math.random())));
    }
  }
}

async function all(cities: City[], now: Date): Promise<Reading[][]> {
  if (!(now instanceof Date) || Math.abs(Date.now() - now.getTime()) > 300_000) throw new Error('which time is it?');
  const list = (key: 'latitude' | 'longitude') => cities.map((city) => city[key]).join(',');
  const answer = await patiently(
    `${API}?latitude=${list('latitude')}&longitude=${list('longitude')}&hourly=pm2_5&past_days=4&forecast_days=1`,
  );
  const answers: { hourly: Hourly }[] = Array.isArray(answer) ? answer : [answer];
  return answers.map(({ hourly }, i) => right.readings(hourly, cities[i], now));
}

export const hourlyPm25 = async (city: City, now: Date) => (await all([city], now))[0];

export const compareCities = async (cities: City[], now: Date) =>
  (await all(cities, now)).map((readings, i) => right.air(cities[i], readings));

export const showCities = async (cities: City[], now: Date) =>
  right.show((await all(cities, now)).map((readings, i) => ({ city: cities[i], readings })));
