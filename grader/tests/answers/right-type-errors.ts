// TypeScript complains about nearly every line, and yet it runs.
import { answerWith } from './base.ts';

const answer: string = answerWith();
let count: number = 'one';

export const hourlyPm25: (city: boolean) => Promise<null> = answer.hourlyPm25;
export const compareCities: number = answer.compareCities;
export const showCities = (cities: Citys[], now: Date): undefind => (count++, answer.showCities(cities, now));
