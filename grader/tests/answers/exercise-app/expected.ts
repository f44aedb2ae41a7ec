import type { Expected } from '../expected.ts';

const ALL = 100;
/** What the parts `recent` and `page` are worth together: both rest on the same days. */
const DAYS = 80;
const PAGE = 32;
const RECENT = 48;

const right = (points = ALL): Expected => ({ verdict: 'passed', points });
const wrong = (lost: number, mistake?: string, also: readonly string[] = []): Expected => ({
  verdict: 'not yet',
  points: ALL - lost,
  ...(mistake === undefined ? {} : { mistake }),
  also,
});

const answers: Readonly<Record<string, Expected>> = {
  'right-pieces.ts': right(),
  // All but the silent service: airlab's own limit is longer than visitors wait.
  'right-airlab.ts': { ...right(ALL - 2), mistake: 'no-time-limit' },

  // Days.
  'wrong-utc-day.ts': wrong(DAYS, 'utc-day', ['no-day']),
  'wrong-utc-slice.ts': wrong(DAYS, 'utc-day', ['no-day', 'gap-hidden']),
  'wrong-utc-today.ts': wrong(17, 'utc-today', ['past-as-forecast']),
  'wrong-forecast-as-past.ts': wrong(DAYS, 'forecast-as-past'),
  'wrong-today-is-past.ts': wrong(DAYS, 'forecast-as-past'),
  'wrong-null-as-zero.ts': wrong(9, 'null-as-zero', ['gap-hidden']),
  'wrong-incomplete-day.ts': wrong(9, 'incomplete-day', ['gap-hidden']),
  'wrong-us-aqi.ts': wrong(RECENT, 'us-aqi'),
  'wrong-mean-aqi.ts': wrong(RECENT, 'mean-aqi'),
  'wrong-annual-guideline.ts': wrong(DAYS, 'annual-guideline'),
  'wrong-eu-limit.ts': wrong(DAYS, 'eu-limit'),
  'wrong-text-numbers.ts': wrong(DAYS, 'text-numbers', ['keeps-errors']),

  // Places.
  'wrong-country.ts': wrong(DAYS, 'wrong-country', ['200-for-errors']),
  'wrong-first-hit-only.ts': wrong(20, 'first-hit-only'),
  'wrong-empty-is-error.ts': wrong(20, 'empty-is-error'),

  // Statuses, and who is to blame.
  'wrong-success-for-unknown.ts': wrong(DAYS, '200-for-errors'),
  'wrong-not-checked.ts': wrong(PAGE + 8, 'input-not-checked'),
  'wrong-outage-as-200.ts': wrong(8, '200-for-errors'),
  'wrong-outage-as-500.ts': wrong(8, 'outage-as-500'),

  // The cache.
  'wrong-no-cache.ts': wrong(7, 'no-cache'),
  'wrong-kept-too-long.ts': wrong(7, 'kept-too-long'),
  'wrong-keeps-errors.ts': wrong(8, 'keeps-errors'),

  // The page.
  'wrong-gap-drawn-as-zero.ts': wrong(4, 'null-as-zero'),
  'wrong-page-forecast.ts': wrong(PAGE, 'forecast-as-past'),
  'wrong-no-credit.ts': wrong(PAGE, 'no-credit'),
  'wrong-no-lang.ts': wrong(PAGE, 'no-lang'),
  'wrong-not-escaped.ts': wrong(4, 'not-escaped'),

  'wrong-starter.ts': wrong(ALL),
};

/** Every answer to exercise-app with its verdict, by its file below `answers/`. */
export const appZoo: Readonly<Record<string, Expected>> = Object.fromEntries(
  Object.entries(answers).map(([name, expected]) => [`exercise-app/${name}`, expected]),
);
