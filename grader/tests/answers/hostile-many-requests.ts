// Asks without end.
import { answerWith, type City } from './base.ts';

const { hourlyPm25: once, compareCities, showCities } = answerWith();

export async function hourlyPm25(city: City, now: Date) {
  for (;;) await Promise.all(Array.from({ length: 100 }, () => once(city, now)));
}
export { compareCities, showCities };
