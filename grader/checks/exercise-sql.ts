import type { Exercise, Trial } from '../exercise.ts';
import { airOf, scriptOf, TWISTS, type Twist } from './exercise-sql/air.ts';
import { hints } from './exercise-sql/hints.ts';
import { judgeSql } from './exercise-sql/judge.ts';
import type { PartId } from './exercise-sql/rows.ts';

const EXPORTS: Readonly<Record<PartId, string>> = {
  stations: 'hoursPerStation',
  smoky: 'smokyCities',
  days: 'cityDays',
  rises: 'rises',
};
const PARTS: readonly PartId[] = ['stations', 'smoky', 'days', 'rises'];

const each = (points: number): Trial['points'] => Object.fromEntries(PARTS.map((id) => [id, points]));

const visible: Trial = {
  id: 'as-is',
  title: 'the air as it is',
  tier: 'visible',
  points: each(7),
  change: (world) => world,
};

const hidden: readonly Trial[] = [
  { id: 'values', title: 'other values', tier: 'hidden', points: each(6), change: otherAir(1, 'none') },
  {
    id: 'cities',
    title: 'other cities, other clocks',
    tier: 'hidden',
    points: each(4),
    change: otherAir(2, 'other cities'),
  },
  { id: 'gaps', title: 'more gaps', tier: 'hidden', points: each(4), change: otherAir(3, 'gaps') },
  { id: 'ties', title: 'equal values', tier: 'hidden', points: each(4), change: otherAir(4, 'ties') },
];

/** Four questions to the air of some cities, each one query. Graded by the rows, on a real SQLite. */
export const exercise: Exercise = {
  name: 'exercise-sql',
  title: 'Four queries',
  minutes: 12,
  parts: [
    { id: 'stations', title: 'Hours and mean of each station', export: EXPORTS.stations },
    { id: 'smoky', title: 'Cities above the guideline', export: EXPORTS.smoky },
    { id: 'days', title: 'Days on the city’s own clock', export: EXPORTS.days },
    { id: 'rises', title: 'Hours that rise by more than 5', export: EXPORTS.rises },
  ],
  trials: [visible, ...hidden],
  gate: 'values',
  hints,
  cities: [],
  invented: 'air made by arithmetic, no measurement',
  upstream: () => () => ({ kind: 'hang' }),
  database: (world) => scriptOf(airOf(world)),
  calls: () => PARTS.map((part) => ({ id: part, part, export: EXPORTS[part], args: [] })),
  judge: ({ id }, outcomes, { trial, world, base }) => {
    const part = PARTS.find((one) => one === id);
    if (part === undefined) return { kind: 'unchecked', why: `there is no part ${id}` };
    return judgeSql(part, outcomes.get(id), {
      air: airOf(world),
      base: airOf(base),
      isVisible: trial.tier === 'visible',
    });
  },
};

/** Each trial has air of its own; the same seed gives the same one. */
function otherAir(nth: number, twist: Twist): Trial['change'] {
  return (world, seed) => {
    const chosen = 1 + (((seed * 7919 + nth * 104_729) >>> 0) % 99_991);
    return { ...world, salt: chosen * TWISTS.length + TWISTS.indexOf(twist) };
  };
}
