// Rounded for people, gaps as NaN, an object by name instead of a list, and times without a Z.
import { answerWith, right, type City } from './base.ts';

const round = (number: number, decimals: number) => Number(number.toFixed(decimals));
const plain = answerWith();

export async function hourlyPm25(city: City, now: Date) {
  return (await plain.hourlyPm25(city, now)).map(({ time, pm25 }) => ({
    time: time.replace('Z', '').replace('T', ' '),
    pm25: pm25 ?? Number.NaN,
  }));
}

export async function compareCities(cities: City[], now: Date) {
  const all = await plain.compareCities(cities, now);
  return Object.fromEntries(
    all.map(({ city, mean24, max, maxAt, hoursAbove15, share }) => [
      city,
      { mean24: round(mean24, 1), max: round(max, 1), maxAt: `${maxAt.replace('T', ' ')}:00`, hoursAbove15, share: round(share, 2) },
    ]),
  );
}

export const showCities = plain.showCities;
