// The plain right answer that most wrong ones change in one place, so that each of them shows its mistake and no more.

export interface City {
  name: string;
  latitude: number;
  longitude: number;
  timezone: string;
}

export interface Reading {
  time: string;
  pm25: number | null;
}

export interface Air {
  city: string;
  mean24: number;
  max: number;
  maxAt: string;
  hoursAbove15: number;
  share: number;
}

/** What Open-Meteo answers to the URLs here. */
export interface Hourly {
  time: string[];
  [variable: string]: (number | null)[] | string[];
}

/** The steps of the answer; each can be done wrong. */
export interface Steps {
  url: (city: City, now: Date) => string;
  readings: (hourly: Hourly, city: City, now: Date) => Reading[];
  air: (city: City, readings: Reading[], now?: Date) => Air;
  show: (all: { city: City; readings: Reading[] }[]) => object | string;
}

export const HOUR_MS = 3_600_000;
export const API = 'https://air-quality-api.open-meteo.com/v1/air-quality';

export const place = ({ latitude, longitude }: City) => `latitude=${latitude}&longitude=${longitude}`;
export const running = (now: Date) => Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
export const startOf = (time: string) => Date.parse(time.endsWith('Z') ? time : `${time}Z`);

/** All hours of an answer, in UTC. */
export const toReadings = (hourly: Hourly, variable = 'pm2_5'): Reading[] =>
  hourly.time.map((time, i) => ({ time: `${time}Z`, pm25: hourly[variable]?.[i] as number | null }));

export const isKnown = (reading: Reading): reading is { time: string; pm25: number } => reading.pm25 !== null;
export const known = (readings: Reading[]) => readings.filter(isKnown);
export const values = (readings: Reading[]) => known(readings).map(({ pm25 }) => pm25);
export const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
export const mean = (numbers: number[]) => sum(numbers) / numbers.length;

export const localTime = (time: string | number, timeZone: string) =>
  new Date(time).toLocaleString('sv-SE', { timeZone }).slice(0, 16).replace(' ', 'T');

export const right: Steps = {
  url: (city) => `${API}?${place(city)}&hourly=pm2_5&past_days=4&forecast_days=1`,
  readings: (hourly, _, now) => {
    const end = new Date(running(now)).toISOString().slice(0, 16);
    return toReadings(hourly)
      .filter(({ time }) => time < end)
      .slice(-72);
  },
  air: (city, readings) => {
    const top = known(readings).reduce((best, one) => (one.pm25 > best.pm25 ? one : best));
    return {
      city: city.name,
      mean24: mean(values(readings.slice(-24))),
      max: top.pm25,
      maxAt: localTime(top.time, city.timezone),
      hoursAbove15: values(readings).filter((value) => value > 15).length,
      share: known(readings).length / readings.length,
    };
  },
  show: (all) => ({
    description: 'PM2.5 in the last 72 hours',
    data: {
      values: all.flatMap(({ city, readings }) => readings.map((one) => ({ ...one, city: city.name }))),
    },
    mark: 'line',
    encoding: {
      x: { field: 'time', type: 'temporal' },
      y: { field: 'pm25', type: 'quantitative', title: 'PM2.5 (µg/m³)' },
      color: { field: 'city' },
    },
  }),
};

export function answerWith(changes: Partial<Steps> = {}) {
  const steps = { ...right, ...changes };
  const hourlyPm25 = async (city: City, now: Date): Promise<Reading[]> => {
    const response = await fetch(steps.url(city, now));
    const body = (await response.json()) as { hourly: Hourly; reason?: string };
    if (!response.ok) throw new Error(body.reason);
    return steps.readings(body.hourly, city, now);
  };
  const all = (cities: City[], now: Date) =>
    Promise.all(cities.map(async (city) => ({ city, readings: await hourlyPm25(city, now) })));
  return {
    hourlyPm25,
    compareCities: async (cities: City[], now: Date): Promise<Air[]> =>
      (await all(cities, now)).map(({ city, readings }) => steps.air(city, readings, now)),
    showCities: async (cities: City[], now: Date) => steps.show(await all(cities, now)),
  };
}
