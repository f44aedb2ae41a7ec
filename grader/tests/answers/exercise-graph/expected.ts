import type { Expected } from '../expected.ts';

/** What the parts are worth. */
const [DOWNWIND, WORKLOAD, ANSWERABLE] = [27, 24, 49];
/** Of the trial with longer ways, or with more kinds. */
const ONE_TRIAL = 13;

const right: Expected = { verdict: 'passed', points: 100 };
const without = (points: number, mistake?: string, says?: RegExp): Expected => ({
  verdict: 'not yet',
  points: 100 - points,
  ...(mistake === undefined ? {} : { mistake }),
  ...(says === undefined ? {} : { says }),
});

const answers: Readonly<Record<string, Expected>> = {
  'right-union.ts': right,
  'right-with.ts': right,

  // Steps of the wind.
  'wrong-one-hop.ts': without(DOWNWIND, 'one-hop'),
  'wrong-exactly-two.ts': without(DOWNWIND, 'exactly-two'),
  'wrong-any-steps.ts': without(DOWNWIND, 'any-number-of-steps'),
  'wrong-wind-fixed.ts': without(ONE_TRIAL, 'fixed-hops'),
  'wrong-own-place.ts': without(ANSWERABLE, 'own-place-left-out'),

  // Directions.
  'wrong-arrow-turned.ts': without(DOWNWIND, 'arrow-turned'),
  'wrong-no-arrow.ts': without(DOWNWIND, 'no-arrow'),
  'wrong-wind-turned.ts': without(ANSWERABLE, 'arrow-turned'),

  // Walks and things.
  'wrong-start.ts': without(DOWNWIND, 'start-is-own-neighbour'),
  'wrong-no-distinct.ts': without(DOWNWIND + ANSWERABLE, 'no-distinct'),
  'wrong-counts-walks.ts': without(WORKLOAD, 'counts-walks'),

  // Who has none, and who comes first.
  'wrong-match.ts': without(WORKLOAD, 'match-drops-zeros'),
  'wrong-count-star.ts': without(WORKLOAD, 'count-star'),
  'wrong-not-ordered.ts': without(WORKLOAD, 'not-ordered'),
  'wrong-ascending.ts': without(WORKLOAD, 'order-turned'),

  // Inference.
  'wrong-no-inference.ts': without(ANSWERABLE, 'no-inference'),
  'wrong-kind-one-step.ts': without(ANSWERABLE, 'fixed-kinds'),
  'wrong-kinds-fixed.ts': without(ONE_TRIAL, 'fixed-kinds'),
  'wrong-kind-not-itself.ts': without(ANSWERABLE, 'kind-not-itself'),

  'wrong-hard-coded.ts': without(WORKLOAD, 'hard-coded'),
  'wrong-syntax.ts': without(DOWNWIND, undefined, /engine refuses the text.*Expected/s),
  'wrong-columns.ts': without(DOWNWIND, undefined, /columns are not those/),
  'wrong-starter.ts': without(100, undefined, /empty text/),

  // They cost their own part only.
  'hostile-endless.ts': without(DOWNWIND, undefined, /does not finish/),
  'hostile-reads-files.ts': without(DOWNWIND + WORKLOAD, undefined, /LOAD is refused/),
  'hostile-changes.ts': without(DOWNWIND),
};

/** By path, as `zoo` has it. */
export const graphZoo: Readonly<Record<string, Expected>> = Object.fromEntries(
  Object.entries(answers).map(([name, expected]) => [`exercise-graph/${name}`, expected]),
);
