import type { Expected } from '../expected.ts';

/** Of each part: as it is, other jokes, shapes, refusals; and the faults of each. */
const OFFICIAL = { all: 45, faults: 5 };
const API = { all: 45, faults: 5 };
const PLAIN = 90;
const SHAPES = 15 + 10;
const REFUSALS = 15 + 10;

const right = (points: number): Expected => ({ verdict: 'passed', points });
const wrong = (points: Expected['points'], mistake?: string, also: readonly string[] = []): Expected => ({
  verdict: 'not yet',
  points,
  ...(mistake === undefined ? {} : { mistake }),
  also,
});

const answers: Readonly<Record<string, Expected>> = {
  'right-airlab.ts': right(100),
  'right-narrowing.ts': right(PLAIN),
  'right-plain.ts': right(PLAIN),

  // One of the shapes is not seen.
  'wrong-array-as-object.ts': wrong(API.all, 'array-as-object', ['empty-as-error']),
  'wrong-array-in-array.ts': wrong(API.all, 'array-in-array', ['empty-as-error']),
  'wrong-empty-as-error.ts': wrong(PLAIN - SHAPES, 'empty-as-error'),
  'wrong-not-an-array.ts': wrong(API.all, 'not-an-array'),
  'wrong-object-as-array.ts': wrong(API.all, 'object-as-array'),
  'wrong-one-alone.ts': wrong(PLAIN - SHAPES, 'object-as-array'),
  'wrong-single-ignored.ts': wrong(OFFICIAL.all, 'single-ignored'),
  'wrong-single-only.ts': wrong(OFFICIAL.all, 'twopart-ignored', ['object-as-array']),
  'wrong-twopart-ignored.ts': wrong(OFFICIAL.all, 'twopart-ignored'),

  // The service's trouble is not seen.
  'wrong-error-as-joke.ts': wrong(PLAIN - REFUSALS * 2, 'error-as-joke'),
  'wrong-error-swallowed.ts': wrong(PLAIN - REFUSALS * 2, 'error-swallowed'),
  'wrong-own-words.ts': wrong(PLAIN - REFUSALS * 2, 'own-words'),
  'wrong-trusted-200.ts': wrong(PLAIN - REFUSALS, 'trusted-200'),

  // The shape is right, and what is in it is not.
  'wrong-amount-ignored.ts': wrong(OFFICIAL.all, 'amount-ignored'),
  'wrong-first-only.ts': wrong(0, 'first-only'),
  'wrong-joined-lines.ts': wrong(API.all, 'joined-lines'),
  'wrong-lines-swapped.ts': wrong(API.all, 'lines-swapped'),
  'wrong-path-ignored.ts': wrong(API.all, 'other-question'),
  'wrong-punchline-for-delivery.ts': wrong(OFFICIAL.all, 'punchline-for-delivery'),
  'wrong-question-only.ts': wrong(API.all, 'question-only'),
  'wrong-sorted.ts': wrong(API.all, 'other-order'),

  // Nothing is done, or it does not follow from the answers.
  'wrong-hard-coded.ts': wrong(0, 'frozen', ['object-as-array', 'error-swallowed', 'made-up']),
  'wrong-starter.ts': wrong(0, undefined, ['error-swallowed']),
};

/** The answers to exercise-jokes with what they must get. */
export const jokesZoo: Readonly<Record<string, Expected>> = Object.fromEntries(
  Object.entries(answers).map(([name, expected]) => [`exercise-jokes/${name}`, expected]),
);
