import type { Expected } from '../expected.ts';

const STATION = 15 + 15 + 10;

const right: Expected = { verdict: 'passed', points: 100 };
const wrong = (points: number, mistake?: string): Expected => ({
  verdict: 'not yet',
  points,
  ...(mistake === undefined ? {} : { mistake }),
});

const answers: Readonly<Record<string, Expected>> = {
  'right-notebook.ipynb': right,
  'right-other-style.ts': right,
  'right-plain.ts': right,

  // The hand has an order, for another station.
  'wrong-any-order.ts': wrong(STATION),
  'wrong-all-days.ts': wrong(0, 'no-evening'),
  'wrong-copied-names.ts': wrong(0, 'frozen'),
  'wrong-local-as-utc.ts': wrong(STATION, 'local-as-utc'),
  'wrong-no-order.ts': wrong(STATION, 'order-not-asked'),
  'wrong-no-van.ts': wrong(STATION, 'van-not-asked'),
  // One order has no person.
  'wrong-not-in-null.ts': wrong(STATION),
  'wrong-silence.ts': wrong(0, 'silence-is-clean'),
  'wrong-starter.ts': wrong(0),
};

/** The answers to exercise-mystery with what they must get. */
export const mysteryZoo: Readonly<Record<string, Expected>> = Object.fromEntries(
  Object.entries(answers).map(([name, expected]) => [`exercise-mystery/${name}`, expected]),
);
