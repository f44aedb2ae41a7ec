// The course's own package: it waits, tries again and knows which zone a time is in.
import { airQuality } from 'airlab';
import { right, type City, type Reading } from './base.ts';

async function hours(places: City[]): Promise<Reading[]> {
  const { hourly } = await airQuality({ place: places, hourly: ['pm2_5'], pastHours: 72, forecastHours: 0 });
  return hourly.map(({ place, time, pm2_5 }) => ({ place, time, pm25: pm2_5 }));
}

export const hourlyPm25 = (city: City) => hours([city]);

export async function compareCities(cities: City[]) {
  const all = await hours(cities);
  return cities.map((city) => right.air(city, all.filter((hour: any) => hour.place === city.name)));
}

export async function showCities(cities: City[]) {
  const all = await hours(cities);
  return right.show(cities.map((city) => ({ city, readings: all.filter((hour: any) => hour.place === city.name) })));
}
