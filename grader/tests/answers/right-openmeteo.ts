// Open-Meteo's own client, which speaks FlatBuffers: values are float32, gaps are NaN.
import { fetchWeatherApi } from 'openmeteo';
import { right, type City, type Reading } from './base.ts';

async function all(cities: City[], now: Date): Promise<Reading[][]> {
  const responses = await fetchWeatherApi('https://air-quality-api.open-meteo.com/v1/air-quality', {
    latitude: cities.map((city) => city.latitude),
    longitude: cities.map((city) => city.longitude),
    hourly: ['pm2_5'],
    past_days: 4,
    forecast_days: 1,
  });
  return responses.map((response) => {
    const hourly = response.hourly()!;
    const values = hourly.variables(0)!.valuesArray()!;
    const running = new Date(now).setUTCMinutes(0, 0, 0);
    return Array.from(values, (pm25, i) => ({
      time: new Date((Number(hourly.time()) + i * hourly.interval()) * 1000).toISOString(),
      pm25: Number.isNaN(pm25) ? null : pm25,
    }))
      .filter(({ time }) => Date.parse(time) < running)
      .slice(-72);
  });
}

export const hourlyPm25 = async (city: City, now: Date) => (await all([city], now))[0];

export const compareCities = async (cities: City[], now: Date) =>
  (await all(cities, now)).map((readings, i) => right.air(cities[i], readings));

export const showCities = async (cities: City[], now: Date) =>
  right.show((await all(cities, now)).map((readings, i) => ({ city: cities[i], readings })));
