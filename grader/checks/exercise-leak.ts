import type { Exercise, Trial } from '../exercise.ts';
import { hints } from './exercise-leak/hints.ts';
import { judgeBacktest, judgeJoin } from './exercise-leak/judge.ts';
import { callsOf, EXPORTS, questionsOf } from './exercise-leak/questions.ts';

const trials: readonly Trial[] = [
  {
    id: 'as-is',
    title: 'the readings as they are',
    tier: 'visible',
    points: { join: 15, backtest: 15 },
    change: (world) => world,
  },
  hidden(1, 'values', 'other readings', { join: 15, backtest: 10 }),
  hidden(2, 'late', 'hours published together after an outage, rows in no order', { join: 10 }),
  hidden(3, 'gaps', 'hours of which nothing was ever published', { join: 10, backtest: 10 }),
  hidden(4, 'labels', 'three cities, labels twice and on the minute', { join: 10, backtest: 5 }),
];

/** What was known at the time, joined and scored without a look into the future. */
export const exercise: Exercise = {
  name: 'exercise-leak',
  title: 'What was known then',
  minutes: 15,
  parts: [
    { id: 'join', title: 'What was known at each label', export: EXPORTS.join },
    { id: 'backtest', title: 'A score in the order of time', export: EXPORTS.backtest },
  ],
  trials,
  gate: 'values',
  hints,
  cities: [],
  invented: 'readings made by arithmetic, not those of any station',
  calls: callsOf,
  judge: ({ id }, outcomes, { trial, world, base }) => {
    const judging = {
      outcomes,
      asked: questionsOf(world, trial),
      ...(world.salt === undefined ? {} : { visible: questionsOf(base, { id: 'as-is' }) }),
    };
    return id === 'join' ? judgeJoin(judging) : judgeBacktest(judging);
  },
};

/** Each trial has readings of its own; the same seed gives the same ones. */
function hidden(nth: number, id: string, title: string, points: Trial['points']): Trial {
  return {
    id,
    title,
    tier: 'hidden',
    points,
    change: (world, seed) => ({ ...world, salt: 1 + (((seed * 7919 + nth * 104_729) >>> 0) % 99_991) }),
  };
}
