import type { Check, Judgement } from '../../teaching/lesson.ts';

/** One hour, with both of its times and the date that is right. */
const HOURS = [
  ['2026-01-11T16:00Z', '2026-01-12T00:00+08:00', '2026-01-12'],
  ['2026-01-12T08:00Z', '2026-01-12T09:00+01:00', '2026-01-12'],
  ['2026-01-12T03:00Z', '2026-01-11T22:00-05:00', '2026-01-11'],
  ['2025-12-31T23:00Z', '2026-01-01T00:00+01:00', '2026-01-01'],
] as const;

/** The day of an hour, on the clocks of its city. */
export const dayOf: Check = {
  id: '9.4',
  title: 'The day of an hour',
  hints: [
    'An hour has two times. Which of the two would a watch in that city show?',
    'The first ten letters of hour.local are the date there. slice(0, 10) takes them.',
    'return hour.local. … ;',
  ],
  solution: `return hour.local.slice(0, 10);
// Rejected: new Date(hour.time).getDate(), which is the date where the server stands, not where the air is.`,
  judge: (answer) => {
    if (typeof answer !== 'function')
      return { kind: 'not yet', says: 'Hand over the function itself: dayOf, without ().' };
    const given = HOURS.map(([time, local]) => Reflect.apply(answer, undefined, [{ time, local }]));
    if (given.every((date) => date === undefined || date === '')) return { kind: 'not tried' };
    const index = given.findIndex((date, at) => date !== HOURS[at]?.[2]);
    return index < 0
      ? { kind: 'passed', says: 'Four cities, four dates of their own.' }
      : wrong(given, index);
  },
};

function wrong(given: readonly unknown[], index: number): Judgement {
  const isUtc = given.every((date, at) => date === HOURS[at]?.[0].slice(0, 10));
  return {
    kind: 'not yet',
    says: `The hour ${HOURS[index]?.[1]} gets ${JSON.stringify(given[index])}.`,
    ...(isUtc ? { mistake: { id: 'utc-day', says: 'the date in UTC, where it is another day' } } : {}),
  };
}
