// Past days, a filter and a slice, with patience: a time limit, a few tries, the wait that is asked for.
import type { City, Reading } from './base.ts';
import { setTimeout as sleep } from 'node:timers/promises';

const cache = new Map<string, Promise<any>>();

function load(url: string): Promise<any> {
  const known = cache.get(url) ?? ask(url);
  cache.set(url, known);
  return known;
}

async function ask(url: string, left = 5): Promise<any> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (response.ok) return await response.json();
    const wait = Number(response.headers.get('retry-after') ?? 1);
    if (left === 0 || response.status === 400) throw new Error(`${response.status} ${await response.text()}`);
    await sleep(wait * 1000);
  } catch (error) {
    if (left === 0) throw error;
    await sleep(1000);
  }
  return ask(url, left - 1);
}

export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  const { hourly } = await load(
    `https://air-quality-api.open-meteo.com/v1/air-quality?latitude=${city.latitude}&longitude=${city.longitude}&hourly=pm2_5&past_days=7`,
  );
  const running = new Date(now).setUTCMinutes(0, 0, 0);
  return hourly.time
    .map((time: string, i: number) => ({ time: `${time}Z`, pm25: hourly.pm2_5[i] }))
    .filter(({ time }: Reading) => new Date(time).getTime() < running)
    .slice(-72);
}

export async function compareCities(cities: City[], now: Date) {
  const result = [];
  for (const city of cities) {
    const hours = await hourlyPm25(city, now);
    let total = 0;
    let count = 0;
    let day = 0;
    let dayCount = 0;
    let above = 0;
    let max = -Infinity;
    let at = '';
    hours.forEach(({ time, pm25 }, i) => {
      if (pm25 == null) return;
      total += pm25;
      count++;
      if (i >= 48) {
        day += pm25;
        dayCount++;
      }
      if (pm25 > 15) above++;
      if (pm25 >= max) {
        max = pm25;
        at = time;
      }
    });
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: city.timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    }).formatToParts(new Date(at));
    const part = (type: string) => parts.find((one) => one.type === type)!.value;
    result.push({
      city: city.name,
      mean24: day / dayCount,
      mean72: total / count,
      max,
      maxAt: `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`,
      hoursAbove15: above,
      share: count / 72,
    });
  }
  return result;
}

export async function showCities(cities: City[], now: Date) {
  const values = (
    await Promise.all(
      cities.map(async (city) => (await hourlyPm25(city, now)).map((hour) => ({ place: city.name, ...hour }))),
    )
  ).flat();
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: 'Fine dust of the last three days',
    data: { name: 'air' },
    datasets: { air: values },
    layer: [
      {
        mark: { type: 'line', interpolate: 'monotone' },
        encoding: {
          x: { field: 'time', type: 'temporal', axis: { title: null } },
          y: { field: 'pm25', type: 'quantitative', axis: { title: 'Fine dust in micrograms per cubic metre' } },
          stroke: { field: 'place', type: 'nominal' },
        },
      },
      { mark: 'rule', encoding: { y: { datum: 15 } } },
    ],
  };
}
