// The list of cities is taken for two.
import { answerWith, type City } from './base.ts';

const all = answerWith();

export const hourlyPm25 = all.hourlyPm25;

export async function compareCities([first, second]: City[], now: Date) {
  return all.compareCities([first, second], now);
}

export const showCities = all.showCities;
