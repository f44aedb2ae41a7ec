import type { Expected } from '../expected.ts';

/** What the layers are worth. */
const [FORMAT, ERRORS, CONNECTION, CACHE] = [20, 28, 30, 22];
const ALL = FORMAT + ERRORS + CONNECTION + CACHE;

const right: Expected = { verdict: 'passed', points: ALL };
const wrong = (points: number, mistake: string, also: readonly string[] = []): Expected => ({
  verdict: 'not yet',
  points,
  mistake,
  also,
});

/** The answers to exercise-wrapper, each with what it must get. */
export const wrapperZoo: Readonly<Record<string, Expected>> = {
  'exercise-wrapper/right-airlab.ts': right,
  'exercise-wrapper/right-class.ts': right,
  'exercise-wrapper/right-plain.ts': right,
  'exercise-wrapper/right-repeats-pages.ts': right,

  // Layer 1: points of the trial `no-answer` are lost, the basics are there.
  'exercise-wrapper/wrong-any-body.ts': wrong(ALL - 10, 'any-body'),
  'exercise-wrapper/wrong-null-as-zero.ts': wrong(ALL - 10, 'null-as-zero'),
  'exercise-wrapper/wrong-zero-as-missing.ts': wrong(ALL - 10, 'zero-as-missing'),
  'exercise-wrapper/wrong-hard-coded.ts': wrong(ERRORS + CONNECTION, 'hard-coded'),

  // Layer 2.
  'exercise-wrapper/wrong-empty-answer.ts': wrong(ALL - ERRORS, 'swallowed-error'),
  'exercise-wrapper/wrong-error-without-facts.ts': wrong(ALL - ERRORS, 'error-without-facts'),
  'exercise-wrapper/wrong-html-as-json.ts': wrong(ALL - 10, 'html-as-json'),
  'exercise-wrapper/wrong-limit-too-short.ts': wrong(ALL - 8, 'limit-too-short'),
  'exercise-wrapper/wrong-no-time-limit.ts': wrong(ALL - 8 - 8, 'no-time-limit'),
  'exercise-wrapper/wrong-retries-inside.ts': wrong(ALL - 10 - 8, 'retries-inside'),
  'exercise-wrapper/wrong-status-ignored.ts': wrong(FORMAT + CACHE, 'status-ignored'),

  // Layer 3.
  'exercise-wrapper/wrong-endless-retry.ts': wrong(ALL - 4, 'endless-retry'),
  'exercise-wrapper/wrong-ignores-retry-after.ts': wrong(ALL - CONNECTION, 'ignores-retry-after'),
  'exercise-wrapper/wrong-no-retry.ts': wrong(ALL - CONNECTION, 'no-retry'),
  'exercise-wrapper/wrong-retries-at-once.ts': wrong(ALL - CONNECTION, 'retries-at-once'),
  'exercise-wrapper/wrong-retries-everything.ts': wrong(ALL - 8 - 6, 'retries-refusals'),
  'exercise-wrapper/wrong-retries-post.ts': wrong(ALL - 8, 'retries-post'),
  'exercise-wrapper/wrong-retry-after-as-ms.ts': wrong(ALL - CONNECTION, 'retry-after-as-ms'),

  // Layer 4.
  'exercise-wrapper/wrong-cache-forever.ts': wrong(ALL - 6, 'cache-forever'),
  'exercise-wrapper/wrong-cache-ignores-query.ts': wrong(ALL - 6, 'cache-ignores-query'),
  'exercise-wrapper/wrong-caches-errors.ts': wrong(ALL - 6, 'caches-errors'),
  'exercise-wrapper/wrong-no-cache.ts': wrong(ALL - CACHE, 'no-cache'),
  'exercise-wrapper/wrong-old-data.ts': wrong(ALL - 6, 'swallowed-error'),
  'exercise-wrapper/wrong-swallowed-error.ts': wrong(ALL - 6, 'swallowed-error'),
};
