import type { Expected } from '../expected.ts';

const right: Expected = { verdict: 'passed', points: 100 };
const wrong = (points: number, mistake?: string, also: readonly string[] = []): Expected => ({
  verdict: 'not yet',
  points,
  ...(mistake === undefined ? {} : { mistake }),
  also,
});

/** 60 points are for the join, 40 for the backtest. */
const answers: Readonly<Record<string, Expected>> = {
  'right-plain.ts': right,
  'right-sorted-once.ts': right,

  'wrong-before-only.ts': wrong(90, 'before-only'),
  'wrong-cities-mixed.ts': wrong(40, 'cities-mixed'),
  'wrong-duplicates-dropped.ts': wrong(90, 'duplicates-dropped'),
  'wrong-event-time.ts': wrong(40, 'event-time'),
  'wrong-first-day-in-train.ts': wrong(60, 'first-day-in-train'),
  'wrong-first-version.ts': wrong(40, 'first-version'),
  'wrong-future-correction.ts': wrong(40, 'future-correction'),
  'wrong-gaps-filled.ts': wrong(40, 'gaps-filled'),
  'wrong-gaps-not-scored.ts': wrong(60, 'gaps-not-scored'),
  'wrong-hard-coded.ts': wrong(0, 'frozen'),
  'wrong-labels-dropped.ts': wrong(40, 'labels-dropped'),
  'wrong-learned-from-test.ts': wrong(60, 'learned-from-test'),
  'wrong-nearest.ts': wrong(40, 'nearest'),
  'wrong-newest-published.ts': wrong(40, 'newest-published'),
  'wrong-no-tolerance.ts': wrong(80, 'no-tolerance'),
  'wrong-null-as-zero.ts': wrong(0, 'null-as-zero'),
  'wrong-one-mean-for-all.ts': wrong(60, 'one-mean-for-all'),
  'wrong-other-order.ts': wrong(40, 'other-order'),
  'wrong-random-split.ts': wrong(60, 'random-split'),
  'wrong-sample-deviation.ts': wrong(60, 'sample-deviation'),
  'wrong-scaled-with-test.ts': wrong(60, 'scaled-with-test'),
  'wrong-scored-on-train.ts': wrong(60, 'scored-on-train'),
  'wrong-signed.ts': wrong(60, 'signed'),
  'wrong-split-by-row.ts': wrong(60, 'random-split'),
  'wrong-squared.ts': wrong(60, 'squared'),
  'wrong-starter.ts': wrong(0, undefined, ['labels-dropped']),
  'wrong-text-numbers.ts': wrong(0, 'text-numbers'),
  'wrong-tolerance-from-published.ts': wrong(80, 'tolerance-from-published'),
  'wrong-trusts-order.ts': wrong(90, 'trusts-order'),
};

/** The answers to exercise-leak with what they must get. */
export const leakZoo: Readonly<Record<string, Expected>> = Object.fromEntries(
  Object.entries(answers).map(([name, expected]) => [`exercise-leak/${name}`, expected]),
);
