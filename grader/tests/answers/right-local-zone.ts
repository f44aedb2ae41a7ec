// Asks in the city's own time and takes the offset off again that the answer names.
import { localTime, type City, type Reading } from './base.ts';

const HOUR = 3600e3;

async function fetchHours({ latitude, longitude, timezone }: City) {
  const url = new URL('https://air-quality-api.open-meteo.com/v1/air-quality');
  url.search = String(
    new URLSearchParams({
      latitude: `${latitude}`,
      longitude: `${longitude}`,
      hourly: 'pm2_5',
      past_days: '4',
      forecast_days: '2',
      timezone,
    }),
  );
  const answer = await (await fetch(new Request(url))).json();
  return answer.hourly.time.map((local: string, i: number) => ({
    utc: Date.parse(local + ':00Z') - answer.utc_offset_seconds * 1000,
    local,
    value: answer.hourly.pm2_5[i],
  }));
}

export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  const hours = await fetchHours(city);
  return hours
    .filter(({ utc }: { utc: number }) => utc + HOUR <= now.getTime())
    .slice(-72)
    .map(({ utc, value }: { utc: number; value: number | null }) => ({
      time: new Date(utc).toISOString().replace(':00.000Z', 'Z'),
      pm25: value,
    }));
}

export async function compareCities(cities: City[], now: Date) {
  return Promise.all(
    cities.map(async (city) => {
      const hours = (await fetchHours(city)).filter(({ utc }: any) => utc + HOUR <= +now).slice(-72);
      const known = hours.filter(({ value }: any) => value !== null);
      const day = hours.slice(48).filter(({ value }: any) => Number.isFinite(value));
      const top = known.toSorted((a: any, b: any) => b.value - a.value)[0];
      return {
        city: city.name,
        mean24: day.reduce((sum: number, { value }: any) => sum + value, 0) / day.length,
        max: top.value,
        maxAt: top.local,
        hoursAbove15: known.filter(({ value }: any) => value > 15).length,
        share: known.length / hours.length,
      };
    }),
  );
}

/** Local times on one axis each: the cities under each other. */
export async function showCities(cities: City[], now: Date) {
  return {
    description: 'PM2.5 in each city, by its own clock',
    vconcat: await Promise.all(
      cities.map(async (city) => ({
        title: city.name,
        data: {
          values: (await hourlyPm25(city, now))
            .filter(({ pm25 }) => pm25 !== null)
            .map(({ time, pm25 }) => ({ clock: localTime(time, city.timezone), dust: pm25 })),
        },
        mark: { type: 'bar' },
        encoding: {
          x: { field: 'clock', type: 'temporal', timeUnit: 'yearmonthdatehours' },
          y: { field: 'dust', type: 'quantitative', title: 'µg/m3' },
        },
      })),
    ),
  };
}
