import { BEIJING, ROSKILDE } from '../../src/open-meteo/places.ts';
import type { Exercise, Trial } from '../exercise.ts';
import type { UpstreamRequest } from '../sandbox/run.ts';
import { quiet } from '../upstream/moments.ts';
import { movingOpenMeteo } from '../upstream/open-meteo.ts';
import { anotherDay, asIs, otherValues, valuesFor } from '../upstream/variants.ts';
import { hints } from './exercise-app/hints.ts';
import { judgeApp } from './exercise-app/judge.ts';
import { BEFORE_MIDNIGHT_MS, callId, callsOf, isPartId, roundsOf } from './exercise-app/rounds.ts';
import { beforeMidnight, withoutNoon } from './exercise-app/world.ts';

const visible: Trial = {
  id: 'as-is',
  title: 'the data as it is',
  tier: 'visible',
  points: { places: 8, recent: 12, page: 10 },
  change: quiet(asIs),
};

const hidden: readonly Trial[] = [
  {
    id: 'values',
    title: 'changed values',
    tier: 'hidden',
    points: { places: 3, recent: 10, page: 8 },
    change: quiet(otherValues),
  },
  {
    id: 'refusals',
    title: 'questions that have no answer',
    tier: 'hidden',
    points: { places: 4, recent: 4, page: 4 },
    change: quiet(valuesFor('refusals')),
  },
  {
    id: 'cities',
    title: 'other cities, late in the evening',
    tier: 'hidden',
    points: { places: 3, recent: 6, page: 4 },
    change: quiet(anotherDay),
  },
  {
    id: 'gaps',
    title: 'a day with a gap',
    tier: 'hidden',
    points: { recent: 5, page: 4 },
    change: quiet((world, seed) => withoutNoon(valuesFor('gaps')(world, seed), ROSKILDE)),
  },
  {
    id: 'again',
    title: 'the same again, then the day ends',
    tier: 'hidden',
    points: { recent: 7 },
    change: (world, seed) => beforeMidnight(valuesFor('again')(world, seed), ROSKILDE, BEFORE_MIDNIGHT_MS),
  },
  {
    id: 'down',
    title: 'the service fails (503)',
    tier: 'hidden',
    points: { places: 2, recent: 2, page: 1 },
    change: quiet(valuesFor('down')),
    fault: '503',
  },
];

const robust: readonly Trial[] = (
  [
    ['hang', 'no answer at all', { recent: 2 }],
    ['cut', 'an answer cut off', { page: 1 }],
  ] as const
).map(([fault, title, points]) => ({
  ...{ id: fault, title, tier: 'robust', points, fault },
  change: quiet(valuesFor(fault)),
}));

/** What was asked while the day had not ended: then there was nothing new to ask for. */
const beforeTheEnd = (requests: readonly UpstreamRequest[]): readonly UpstreamRequest[] =>
  requests.filter(({ atMs }) => atMs < BEFORE_MIDNIGHT_MS);

/**
 * The task of the course: a page about the air of any city. Judged is what it serves, JSON and HTML, never its looks.
 * There is no notebook of it: the answer is a program that runs outside of one, with `npm run app -- mine`.
 */
export const exercise: Exercise = {
  name: 'exercise-app',
  title: 'The weather and air app',
  minutes: 25,
  parts: [
    { id: 'places', title: 'GET /api/places', export: 'makeApp' },
    { id: 'recent', title: 'GET /api/recent', export: 'makeApp' },
    { id: 'page', title: 'GET /city, the page', export: 'makeApp' },
  ],
  trials: [visible, ...hidden, ...robust],
  gate: 'values',
  hints,
  cities: [ROSKILDE, BEIJING],
  upstream: movingOpenMeteo,
  calls: (_world, trial) => callsOf(trial),
  judge: ({ id }, outcomes, { trial, world, base, requests }) => {
    if (!isPartId(id)) return { kind: 'unchecked', why: `there is no check for part "${id}"` };
    return judgeApp({
      rounds: roundsOf(id, trial),
      outcome: outcomes.get(callId(id)),
      ...{ world, base },
      ...(trial.id === 'again' ? { requests: beforeTheEnd(requests) } : {}),
    });
  },
};
