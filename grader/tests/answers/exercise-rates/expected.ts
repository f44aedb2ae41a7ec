import type { Expected } from '../expected.ts';

/** What the parts are worth without the robustness tier. */
const ROWS = 35;
const TABLE = 55;
const PLAIN = ROWS + TABLE;

const right = (points: number): Expected => ({ verdict: 'passed', points });
const wrong = (points: Expected['points'], mistake?: string, also: readonly string[] = []): Expected => ({
  verdict: 'not yet',
  points,
  ...(mistake === undefined ? {} : { mistake }),
  also,
});

const answers: Readonly<Record<string, Expected>> = {
  'right-airlab.ts': right(100),
  'right-dates.ts': right(PLAIN),
  'right-plain.ts': right(PLAIN),

  // One of the versions is not known, or asked at the wrong time.
  'wrong-fallback-on-any-error.ts': wrong(PLAIN - 10 + 2, 'fallback-hides-error'),
  'wrong-new-only.ts': wrong(TABLE - 10, 'one-version'),
  'wrong-old-only.ts': wrong(TABLE - 5 - 10, 'one-version', ['own-words']),

  // The service's trouble is not seen.
  'wrong-error-as-rates.ts': wrong(PLAIN - 15, 'error-as-rates'),
  'wrong-error-swallowed.ts': wrong(PLAIN - 15, 'error-swallowed'),
  'wrong-own-words.ts': wrong(PLAIN - 10, 'own-words'),

  // The rates are other ones.
  'wrong-amount-not-divided.ts': wrong(PLAIN - 5, 'amount-not-divided'),
  'wrong-base-and-quote-swapped.ts': wrong(0, 'base-and-quote-swapped', ['made-up']),
  'wrong-base-ignored.ts': wrong(ROWS, 'base-ignored'),
  'wrong-cross-rate.ts': wrong(ROWS, 'cross-rate'),
  'wrong-inverse.ts': wrong(0, 'inverse'),
  'wrong-rounded.ts': wrong(0, 'rounded'),
  'wrong-text-rates.ts': wrong(0, 'text-rates'),
  'wrong-turned-round.ts': wrong(0, 'turned-round'),

  // Rows are missing, too many, or in another order.
  'wrong-by-quote.ts': wrong(0, 'other-order'),
  'wrong-day-before.ts': wrong(PLAIN - 5, 'day-before'),
  'wrong-filled-previous.ts': wrong(ROWS, 'filled-days', ['day-before']),
  'wrong-filled-zero.ts': wrong(ROWS, 'filled-days'),
  'wrong-latest-only.ts': wrong(ROWS, 'one-day'),
  'wrong-newest-first.ts': wrong(0, 'other-order'),
  'wrong-one-currency.ts': wrong(0, 'one-currency'),
  'wrong-unsorted.ts': wrong(PLAIN - 5, 'other-order'),

  // Nothing is done, or it does not follow from the answers.
  'wrong-hard-coded.ts': wrong(0, 'frozen', ['made-up']),
  'wrong-starter.ts': wrong(0, undefined, ['error-swallowed']),
};

/** The answers to exercise-rates with what they must get. */
export const ratesZoo: Readonly<Record<string, Expected>> = Object.fromEntries(
  Object.entries(answers).map(([name, expected]) => [`exercise-rates/${name}`, expected]),
);
