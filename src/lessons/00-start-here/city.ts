import type { Judgement } from '../../teaching/lesson.ts';

/** Limits that people take for the WHO guideline of 2021 for a day, in µg/m³, and what they are. */
const OTHER_LIMITS: Readonly<Record<number, { readonly id: string; readonly says: string }>> = {
  5: { id: 'year-for-day', says: 'taking the guideline for a year for that of a day' },
  10: { id: 'old-guideline', says: 'taking the older guideline for a year, of 2005' },
  25: { id: 'old-guideline', says: 'taking the older guideline for a day, of 2005' },
  45: { id: 'pm10-for-pm25', says: 'taking the guideline for PM10, a coarser dust' },
};
const WHO_DAY = 15;
const KNOWN_CITIES: readonly unknown[] = ['Roskilde', 'Beijing'];

/** Judges `{ found, limit, high }`: another city than the two of the story, and the limit for a day. Pure. */
export function judgeCity(answer: unknown): Judgement {
  const { found, limit, high } = fieldsOf(answer);
  const name = fieldsOf(found).name;
  if (typeof name !== 'string')
    return { kind: 'not yet', says: 'No place of that name was found. Try a bigger city near it.' };
  const isOldCity = KNOWN_CITIES.includes(name);
  if (isOldCity && limit === 0) return { kind: 'not tried' };
  if (typeof limit !== 'number') return { kind: 'not yet', says: 'The limit is a number, without quotes.' };
  if (limit !== WHO_DAY) return wrongLimit(limit, high);
  if (isOldCity)
    return { kind: 'not yet', says: `The limit is right. ${name} is in the story: choose another city.` };
  return {
    kind: 'passed',
    says: `${name}: ${String(high)} hours above the limit, in data that are simulated. You asked an API by yourself.`,
  };
}

function wrongLimit(limit: number, high: unknown): Judgement {
  const mistake = OTHER_LIMITS[limit];
  const says =
    limit === 0
      ? `With the limit 0 every hour is high, ${String(high)} of them. Which limit is for a day?`
      : `${limit} µg/m³ is not the guideline for the mean of a day.`;
  return { kind: 'not yet', says, ...(mistake ? { mistake } : {}) };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
