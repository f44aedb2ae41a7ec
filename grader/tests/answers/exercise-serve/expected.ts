import type { Expected } from '../expected.ts';

/** What the three parts are worth, and the four of them that are for robustness. */
const AIR = 36;
const COMPARE = 31;
const RUN = 33;
const ALL = AIR + COMPARE + RUN;
/** Of each part in the trial with Open-Meteo's trouble, and of the three robust trials. */
const DOWN = 2 + 2 + 2;
const ROBUST = 2 + 1 + 1;

const right = (points = ALL): Expected => ({ verdict: 'passed', points });
const wrong = (points: number, mistake?: string, also: readonly string[] = []): Expected => ({
  verdict: 'not yet',
  points,
  ...(mistake === undefined ? {} : { mistake }),
  also,
});
const stopped = (says: RegExp, mistake?: string, also: readonly string[] = []): Expected => ({
  ...wrong(0, mistake, also),
  says,
});

const answers: Readonly<Record<string, Expected>> = {
  'right-airlab.ts': right(),
  'right-any-port.ts': right(),
  'right-cache.ts': right(),
  'right-fastify.ts': right(),
  'right-http.ts': right(),
  'right-lesson.ts': right(),
  // All but the silent service: nothing ends the wait.
  'right-no-time-limit.ts': { ...right(ALL - 2), mistake: 'no-time-limit' },
  'right-one-request.ts': right(),
  'right-one-server.ts': right(),
  'right-pieces.ts': right(),
  'right-router.ts': right(),

  // The status.
  'wrong-success-for-unknown.ts': wrong(0, '200-for-errors', ['any-path']),
  'wrong-unknown-is-crash.ts': wrong(0, 'unknown-is-crash', ['outage-as-500']),
  'wrong-unknown-is-malformed.ts': wrong(0, 'unknown-is-malformed'),
  'wrong-malformed-is-unknown.ts': wrong(RUN, 'malformed-is-unknown'),
  'wrong-not-checked.ts': wrong(0, 'input-not-checked'),
  'wrong-object-as-dictionary.ts': wrong(ALL - 6 - 5 - 7, 'object-as-dictionary'),
  'wrong-any-method.ts': wrong(ALL - 6 - 7, 'any-method'),
  'wrong-any-path.ts': wrong(ALL - 6, 'any-path'),
  'wrong-no-reason.ts': wrong(0, 'no-reason'),

  // The body.
  'wrong-not-json.ts': wrong(0, 'not-json', ['no-reason']),
  'wrong-plain-text.ts': wrong(ALL - AIR, 'not-json'),
  'wrong-text-numbers.ts': wrong(0, 'text-numbers'),
  'wrong-no-unit.ts': wrong(ALL - AIR, 'no-unit'),
  'wrong-running-hour.ts': wrong(0, 'running-hour'),
  'wrong-hour-early.ts': wrong(0, 'hour-early'),
  'wrong-local-time.ts': wrong(ALL - AIR, 'local-time'),
  'wrong-null-as-zero.ts': wrong(ALL - 3 - 3, 'null-as-zero'),
  'wrong-zero-for-null.ts': wrong(ALL - 3 - 3 - 3, 'null-as-zero'),
  'wrong-gap-is-error.ts': wrong(ALL - 3 - 3 - 3, 'gap-is-error'),
  'wrong-dirtiest.ts': wrong(ALL - COMPARE, 'dirtiest'),
  'wrong-other-order.ts': wrong(ALL - COMPARE, 'other-order'),
  'wrong-first-come.ts': wrong(ALL - COMPARE, 'mixed-up'),
  'wrong-fixed-limit.ts': wrong(ALL - RUN, 'fixed-limit'),
  'wrong-below-only.ts': wrong(ALL - RUN, 'below-only'),
  'wrong-limit-reversed.ts': wrong(ALL - RUN, 'limit-reversed'),
  'wrong-frozen.ts': wrong(0, 'frozen', ['made-up']),

  // Other visitors, and time.
  'wrong-one-by-one.ts': wrong(ALL - 4, 'one-by-one'),
  'wrong-blocks.ts': wrong(ALL - 4 - 4, 'blocks'),
  'wrong-state-kept.ts': wrong(ALL - 4, 'state-kept'),
  'wrong-limit-kept.ts': wrong(ALL - RUN, 'state-kept'),
  'wrong-kept-too-long.ts': wrong(ALL - 3, 'kept-too-long'),

  // Trouble of Open-Meteo.
  'wrong-outage-as-500.ts': wrong(ALL - DOWN - ROBUST, 'outage-as-500'),
  'wrong-outage-as-200.ts': wrong(ALL - DOWN - ROBUST, '200-for-errors'),
  'wrong-outage-is-unknown.ts': wrong(ALL - DOWN - ROBUST, 'outage-is-unknown'),
  'wrong-made-up.ts': wrong(ALL - DOWN - ROBUST, 'made-up'),
  'wrong-keeps-errors.ts': wrong(ALL - DOWN - ROBUST, 'keeps-errors'),
  'wrong-limit-too-short.ts': wrong(ALL - 4 - 4 - 4, 'limit-too-short'),

  // The server itself.
  'wrong-starter.ts': stopped(/knows no GET \/air yet/),
  'wrong-no-server.ts': stopped(/gives no server/),
  'wrong-fixed-port.ts': stopped(/starts its server itself/, 'fixed-port'),
  'wrong-no-reply.ts': stopped(/gives no answer/, 'no-reply'),
  'wrong-crashes.ts': stopped(/ends while it is asked/, 'crashes'),

  'hostile-endless.ts': stopped(/breaks off/),
  'hostile-exit.ts': stopped(/ends while it is asked/, 'leaves'),
  'hostile-forged.ts': wrong(0, 'frozen', ['no-reply', 'no-time-limit', '200-for-errors', 'state-kept', 'made-up']),
  'hostile-loop.ts': stopped(/does not finish/),
  'hostile-silent.ts': stopped(/gives no answer/, 'no-reply', ['no-time-limit']),
};

/** The answers to exercise-serve, each with what it must get. */
export const serveZoo: Readonly<Record<string, Expected>> = Object.fromEntries(
  Object.entries(answers).map(([name, expected]) => [`exercise-serve/${name}`, expected]),
);
