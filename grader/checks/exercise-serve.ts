import type { Exercise, Trial } from '../exercise.ts';
import { atMinute, quiet } from '../upstream/moments.ts';
import { movingOpenMeteo } from '../upstream/open-meteo.ts';
import { asIs, type Change, otherValues, valuesFor } from '../upstream/variants.ts';
import { CITIES, withoutLastHour } from './exercise-serve/air.ts';
import { hints } from './exercise-serve/hints.ts';
import { judgeServer } from './exercise-serve/judge.ts';
import { callId, callsOf, isPartId, roundsOf } from './exercise-serve/rounds.ts';

const withRoskildeGap: Change = (world, seed) =>
  withoutLastHour(valuesFor('gaps')(world, seed), CITIES.roskilde);

/** Ten seconds before the hour is full. */
const beforeTheHour: Change = (world, seed) => {
  const late = atMinute(valuesFor('later')(world, seed), 60);
  return { ...late, nowMs: late.nowMs - 10_000 };
};

const visible: Trial = {
  id: 'as-is',
  title: 'the data as it is',
  tier: 'visible',
  points: { air: 10, compare: 10, run: 10 },
  change: quiet(asIs),
};

const hidden: readonly Trial[] = [
  {
    id: 'values',
    title: 'changed values',
    tier: 'hidden',
    points: { air: 6, compare: 6, run: 6 },
    change: quiet(otherValues),
  },
  {
    id: 'refusals',
    title: 'questions that have no answer',
    tier: 'hidden',
    points: { air: 6, compare: 5, run: 7 },
    change: quiet(valuesFor('refusals')),
  },
  {
    id: 'gaps',
    title: 'an hour without a value',
    tier: 'hidden',
    points: { air: 3, compare: 3, run: 3 },
    change: quiet(withRoskildeGap),
  },
  {
    id: 'crowd',
    title: 'many visitors, and a slow service',
    tier: 'hidden',
    points: { air: 4, compare: 4, run: 4 },
    change: quiet(valuesFor('crowd')),
    fault: 'slow',
  },
  {
    id: 'later',
    title: 'the hour ends while it serves',
    tier: 'hidden',
    points: { air: 3 },
    change: beforeTheHour,
  },
  {
    id: 'down',
    title: 'the service fails (503)',
    tier: 'hidden',
    points: { air: 2, compare: 2, run: 2 },
    change: quiet(valuesFor('down')),
    fault: '503',
  },
];

const robust: readonly Trial[] = (
  [
    ['hang', 'no answer at all', { air: 2 }],
    ['cut', 'an answer cut off', { run: 1 }],
    ['429', 'too many requests (429)', { compare: 1 }],
  ] as const
).map(([fault, title, points]) => ({
  id: fault,
  title,
  tier: 'robust',
  points,
  change: quiet(valuesFor(fault)),
  fault,
}));

/** A server about the air of four cities: started in memory, and asked as clients ask. */
export const exercise: Exercise = {
  name: 'exercise-serve',
  title: 'A server of your own',
  minutes: 15,
  parts: [
    { id: 'air', title: 'GET /air', export: 'makeServer' },
    { id: 'compare', title: 'GET /compare', export: 'makeServer' },
    { id: 'run', title: 'POST /run', export: 'makeServer' },
  ],
  trials: [visible, ...hidden, ...robust],
  gate: 'values',
  hints,
  cities: Object.values(CITIES),
  upstream: movingOpenMeteo,
  calls: callsOf,
  judge: ({ id }, outcomes, { trial, world, base }) => {
    if (!isPartId(id)) return { kind: 'unchecked', why: `there is no check for part "${id}"` };
    const rounds = roundsOf(id, world, trial);
    return judgeServer({ rounds, outcome: outcomes.get(callId(id)), world, base });
  },
};
