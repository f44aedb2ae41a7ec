import type { Exercise, Trial } from '../exercise.ts';
import { hints } from './exercise-rates/hints.ts';
import { judgeRates } from './exercise-rates/judge.ts';
import { callsOf, EXPORTS, questionsOf } from './exercise-rates/questions.ts';
import { ratesUpstream, saltOf, type Versions } from './exercise-rates/rates.ts';

const visible: Trial = {
  id: 'as-is',
  title: 'the rates as they are',
  tier: 'visible',
  points: { rows: 15, table: 15 },
  change: (world) => world,
};

const hidden: readonly Trial[] = [
  {
    id: 'rates',
    title: 'other rates',
    tier: 'hidden',
    points: { rows: 10, table: 10 },
    change: otherRates(1),
  },
  {
    id: 'days',
    title: 'weekends, holidays, another amount',
    tier: 'hidden',
    points: { rows: 5, table: 5 },
    change: otherRates(2),
  },
  {
    id: 'old',
    title: 'version 2 is not there yet',
    tier: 'hidden',
    points: { table: 10 },
    change: otherRates(3, 'only version 1'),
  },
  {
    id: 'new',
    title: 'version 1 is gone',
    tier: 'hidden',
    points: { table: 5 },
    change: otherRates(4, 'only version 2'),
  },
  {
    id: 'refusals',
    title: 'questions that cannot be answered',
    tier: 'hidden',
    points: { rows: 5, table: 10 },
    change: otherRates(5),
  },
];

const robust: readonly Trial[] = (
  [
    ['429', 'too many requests (429)', 4],
    ['503', 'service overloaded (503)', 2],
    ['hang', 'no answer at all', 2],
    ['cut', 'an answer cut off', 2],
  ] as const
).map(([fault, title, table], index) => ({
  id: fault,
  title,
  tier: 'robust',
  points: { table },
  change: otherRates(6 + index),
  fault,
}));

/** Exchange rates from two versions of one service, in one table. */
export const exercise: Exercise = {
  name: 'exercise-rates',
  title: 'Two versions, one table',
  minutes: 10,
  parts: [
    { id: 'rows', title: 'The rows of either version', export: EXPORTS.rows },
    { id: 'table', title: 'The table for some days', export: EXPORTS.table },
  ],
  trials: [visible, ...hidden, ...robust],
  gate: 'rates',
  hints,
  cities: [],
  invented: 'exchange rates made by arithmetic, not those of any bank',
  upstream: ratesUpstream,
  calls: callsOf,
  judge: (part, outcomes, { trial, world, base, requests }) =>
    judgeRates({
      given: questionsOf(world, trial)
        .filter((question) => question.part === part.id)
        .map((question) => ({ question, outcome: outcomes.get(question.id) })),
      world,
      base: world.salt === undefined ? [] : [visible, trial].flatMap((one) => questionsOf(base, one)),
      urls: requests.map(({ url }) => url),
      isFaulty: trial.fault !== undefined,
    }),
};

/** Each trial has rates of its own; the same seed gives the same ones. */
function otherRates(nth: number, versions: Versions = 'both'): Trial['change'] {
  return (world, seed) => ({ ...world, salt: saltOf(seed, nth, versions) });
}
