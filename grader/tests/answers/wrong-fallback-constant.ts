// The same with a number that somebody thought up.
import { answerWith, type City } from './base.ts';

const honest = answerWith();

export const { hourlyPm25, showCities } = honest;

export const compareCities = (cities: City[], now: Date) =>
  honest.compareCities(cities, now).catch(() =>
    cities.map(({ name: city }) => ({ city, mean24: 8, max: 12, maxAt: '2026-11-23T20:00', hoursAbove15: 0, share: 1 })),
  );
