import type { Expected } from '../expected.ts';

/** What one part is worth: visible, the gate, and three other trials. */
const PART = 7 + 6 + 4 + 4 + 4;
const REST = 3 * PART;

const right: Expected = { verdict: 'passed', points: 100 };
const wrong = (points: number, mistake?: string, says?: RegExp): Expected => ({
  verdict: 'not yet',
  points,
  ...(mistake === undefined ? {} : { mistake }),
  ...(says === undefined ? {} : { says }),
});

const answers: Readonly<Record<string, Expected>> = {
  'right-notebook.ipynb': right,
  'right-other-style.ts': right,
  'right-plain.ts': right,
  'right-temporary-table.ts': right,

  // Rows are lost, or counted that are none.
  'wrong-count-star.ts': wrong(REST, 'count-star'),
  'wrong-inner-join.ts': wrong(REST, 'inner-for-left-join'),
  'wrong-no-group-by.ts': wrong(REST, 'no-group-by'),
  'wrong-null-is-zero.ts': wrong(2 * PART, 'null-is-zero'),

  // A condition or a mean at the wrong step.
  'wrong-aggregate-in-where.ts': wrong(REST, 'aggregate-in-where'),
  // The visible cities have no mean of exactly 15.
  'wrong-at-least.ts': wrong(100 - 4, 'at-least'),
  'wrong-mean-of-means.ts': wrong(REST, 'mean-of-means'),
  'wrong-where-for-having.ts': wrong(REST, 'where-for-having'),

  // Days and neighbours.
  'wrong-between-end.ts': wrong(REST, 'between-end'),
  'wrong-no-partition.ts': wrong(REST, 'no-partition'),
  'wrong-utc-day.ts': wrong(REST, 'utc-day'),

  // Where there is one smoky city, or two that are equal, any order is right.
  'wrong-unordered.ts': wrong(100 - 15, 'other-order'),

  // Nothing that follows from the data.
  'wrong-frozen.ts': wrong(REST, 'frozen'),
  'wrong-no-sql.ts': wrong(REST),
  'wrong-starter.ts': wrong(0),
  'wrong-syntax.ts': wrong(REST),

  'hostile-never-ends.ts': wrong(39, 'never-ends'),
  'hostile-sql.ts': wrong(0, undefined, /SQLite refuses the query unable to open database/),
};

/** The answers to exercise-sql with what they must get. */
export const sqlZoo: Readonly<Record<string, Expected>> = Object.fromEntries(
  Object.entries(answers).map(([name, expected]) => [`exercise-sql/${name}`, expected]),
);
