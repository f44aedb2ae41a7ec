import { graphZoo } from './exercise-graph/expected.ts';
import { jokesZoo } from './exercise-jokes/expected.ts';
import { mysteryZoo } from './exercise-mystery/expected.ts';
import { leakZoo } from './exercise-leak/expected.ts';
import { protocolsZoo } from './exercise-protocols/expected.ts';
import { ratesZoo } from './exercise-rates/expected.ts';
import { appZoo } from './exercise-app/expected.ts';
import { serveZoo } from './exercise-serve/expected.ts';
import { sqlZoo } from './exercise-sql/expected.ts';
import { wrapperZoo } from './exercise-wrapper/expected.ts';

/** What an answer of the zoo must get. */
export interface Expected {
  readonly verdict: 'passed' | 'not yet';
  readonly points: number | readonly [least: number, most: number];
  /** The mistake that must be named, in at least one row. */
  readonly mistake?: string;
  /** Others that may be named as well, because there they give the same numbers. */
  readonly also?: readonly string[];
  /** What the visible row of the first part must say. */
  readonly says?: RegExp;
  /** What must not be printed. */
  readonly prints?: { readonly never: RegExp };
}

/** Right, without a retry: everything but four of the five faults. */
const PLAIN = 82;
/** What the parts are worth without the robustness tier. */
const [HOURLY, COMPARE, SHOW] = [28, 40, 12];
/** Of the trial with gaps. */
const GAPS = { hourly: 4, compare: 5, show: 1 };

const right = (points: number): Expected => ({ verdict: 'passed', points });
const wrong = (points: Expected['points'], mistake?: string, also: readonly string[] = []): Expected => ({
  verdict: 'not yet',
  points,
  ...(mistake === undefined ? {} : { mistake }),
  also,
});
const stopped = (says: RegExp, points: Expected['points'] = 0): Expected => ({ verdict: 'not yet', points, says });

/** The zoo: every answer in this folder with what it must get. */
export const zoo: Readonly<Record<string, Expected>> = {
  ...graphZoo,
  ...jokesZoo,
  ...mysteryZoo,
  ...leakZoo,
  ...protocolsZoo,
  ...ratesZoo,
  ...appZoo,
  ...serveZoo,
  ...sqlZoo,
  ...wrapperZoo,
  'right-airlab.ts': right(100),
  'right-axios.ts': right(100),
  'right-chart-layers.ts': right(PLAIN),
  'right-chart-wide.ts': right(PLAIN),
  'right-class.ts': right(PLAIN),
  'right-csv.ts': right(PLAIN),
  'right-from-hints.ts': right(PLAIN),
  'right-global-memory.ts': right(PLAIN),
  'right-ignores-now.ts': right(PLAIN),
  'right-leaves-things.ts': right(PLAIN),
  'right-local-zone.ts': right(PLAIN),
  // All but the silent service: nothing ends the wait.
  'right-no-time-limit.ts': right(96),
  'right-node-https.ts': right(PLAIN),
  'right-node-https-robust.ts': right(100),
  'right-noisy.ts': right(PLAIN),
  'right-notebook.ipynb': right(PLAIN),
  'right-notebook-mixed.ipynb': right(PLAIN),
  'right-one-request.ts': right(PLAIN),
  'right-openmeteo.ts': right(PLAIN),
  'right-past-hours.ts': right(PLAIN),
  'right-past-hours-sliced.ts': right(PLAIN),
  'right-plain.ts': right(PLAIN),
  'right-post.ts': right(PLAIN),
  'right-race.ts': right(100),
  'right-robust.ts': right(100),
  'right-rounded.ts': right(PLAIN),
  'right-start-hour.ts': right(PLAIN),
  'right-table.ts': right(PLAIN),
  'right-table-columns.ts': right(PLAIN),
  'right-top-level.ts': right(PLAIN),
  'right-type-errors.ts': right(PLAIN),
  'right-undici.ts': right(100),
  'right-undici-retry.ts': right(97),
  'right-unixtime.ts': right(PLAIN),

  // The series is wrong, and everything with it.
  'wrong-calendar-days.ts': wrong(0, 'calendar-days', ['calendar-day', 'hour-early']),
  'wrong-european-aqi.ts': wrong(0, 'european-aqi'),
  'wrong-fixed-dates.ts': wrong([1, PLAIN - 1], 'fixed-dates'),
  'wrong-forecast-hours.ts': wrong(0, 'forecast-hours', ['running-hour', 'calendar-day']),
  'wrong-hour-early.ts': wrong(0, 'hour-early', ['calendar-day', 'calendar-days']),
  'wrong-hours-24.ts': wrong(0, 'hours-24'),
  'wrong-local-as-utc.ts': wrong(0, 'local-as-utc'),
  'wrong-milligrams.ts': wrong(0, 'milligrams'),
  'wrong-newest-first.ts': wrong(SHOW, 'newest-first', ['oldest-24']),
  'wrong-notebook.ipynb': wrong(0, 'forecast-hours', ['running-hour', 'calendar-day']),
  'wrong-null-as-zero.ts': wrong(PLAIN - GAPS.hourly - GAPS.compare - GAPS.show, 'null-as-zero'),
  'wrong-nulls-dropped.ts': wrong(PLAIN - GAPS.hourly - GAPS.compare, 'nulls-dropped'),
  'wrong-nulls-previous.ts': wrong(PLAIN - GAPS.hourly - GAPS.compare - GAPS.show, 'nulls-previous'),
  'wrong-nulls-replaced.ts': wrong(PLAIN - GAPS.hourly - GAPS.compare - GAPS.show, 'nulls-replaced'),
  'wrong-pm10.ts': wrong(0, 'pm10'),
  'wrong-rounded.ts': wrong(0, 'rounded'),
  'wrong-running-hour.ts': wrong(0, 'running-hour'),
  'wrong-same-city.ts': wrong(0, 'same-city'),
  'wrong-swapped-coordinates.ts': wrong(0, 'swapped-coordinates'),
  'wrong-text-numbers.ts': wrong(0, 'text-numbers'),
  'wrong-us-aqi.ts': wrong(0, 'us-aqi'),
  'wrong-utc-as-local.ts': wrong(0, 'utc-as-local'),

  // One number of the comparison is wrong.
  'wrong-above-25.ts': wrong(HOURLY + SHOW, 'above-25'),
  'wrong-annual-guideline.ts': wrong(HOURLY + SHOW, 'annual-guideline'),
  'wrong-at-least.ts': wrong([HOURLY + SHOW, PLAIN - 1], 'at-least'),
  'wrong-calendar-day.ts': wrong([HOURLY + SHOW, PLAIN - 1], 'calendar-day'),
  'wrong-divided-by-24.ts': wrong(PLAIN - GAPS.compare, 'divided-by-24'),
  'wrong-exchanged-cities.ts': wrong(HOURLY + SHOW, 'exchanged-cities', ['other-city']),
  'wrong-last-24-values.ts': wrong(PLAIN - GAPS.compare, 'last-24-values'),
  'wrong-max-24.ts': wrong(HOURLY + SHOW, 'max-24'),
  'wrong-max-at-utc.ts': wrong(HOURLY + SHOW, 'max-at-utc'),
  'wrong-mean-72.ts': wrong(HOURLY + SHOW, 'mean-72'),
  'wrong-median.ts': wrong(HOURLY + SHOW, 'median'),
  'wrong-oldest-24.ts': wrong(HOURLY + SHOW, 'oldest-24'),
  'wrong-share-always-1.ts': wrong(PLAIN - GAPS.compare, 'share-always-1'),
  'wrong-share-missing.ts': wrong(HOURLY + SHOW, 'share-missing'),
  'wrong-share-percent.ts': wrong(HOURLY + SHOW, 'share-percent'),
  'wrong-sum.ts': wrong(HOURLY + SHOW, 'sum'),
  'wrong-two-cities.ts': wrong(PLAIN - 5),
  'wrong-zone-twice.ts': wrong(HOURLY + SHOW, 'zone-twice'),

  // The picture is wrong.
  'wrong-chart-last-day.ts': wrong(PLAIN - SHOW, 'hours-24'),
  'wrong-chart-no-description.ts': wrong(PLAIN - SHOW),
  'wrong-chart-no-unit.ts': wrong(PLAIN - SHOW),
  'wrong-chart-one-city.ts': wrong(PLAIN - SHOW),
  'wrong-table-of-24.ts': wrong(PLAIN - SHOW, undefined, ['hours-24']),

  // Nothing is done, or it does not follow from the data.
  'wrong-fallback.ts': wrong(PLAIN, 'made-up', ['frozen']),
  'wrong-fallback-constant.ts': wrong(PLAIN, 'made-up'),
  'wrong-forged-verdict.ts': wrong(0),
  'wrong-frozen-when-known.ts': wrong(0, 'frozen'),
  'wrong-hard-coded.ts': wrong(0, 'frozen', ['made-up']),
  'wrong-hard-coded-city.ts': wrong(0, 'frozen'),
  'wrong-ignores-answer.ts': wrong(0, 'frozen'),
  'wrong-patched-fetch.ts': wrong(0, undefined, ['made-up']),
  'wrong-patched-globals.ts': wrong(0),
  'wrong-starter.ts': wrong(0),

  'hostile-allocate.ts': stopped(/memory/),
  'hostile-empty.ts': stopped(/not exported/),
  'hostile-exit.ts': stopped(/exit/),
  'hostile-flood.ts': stopped(/print|output/),
  'hostile-fork-bomb.ts': { ...stopped(/./), prints: { never: /started/ } },
  'hostile-huge-result.ts': stopped(/./),
  'hostile-kills-parent.ts': stopped(/./),
  'hostile-loop.ts': stopped(/does not finish/),
  'hostile-many-requests.ts': stopped(/does not finish/),
  'hostile-network.ts': { ...stopped(/./), prints: { never: /REACHED/ } },
  'hostile-never-settles.ts': stopped(/does not finish/),
  'hostile-no-exports.ts': stopped(/not exported/),
  'hostile-notebook.ipynb': stopped(/./),
  'hostile-reads-files.ts': { ...stopped(/./), prints: { never: /LEAK/ } },
  'hostile-syntax-error.ts': stopped(/cannot be compiled/),
  'hostile-throws.ts': stopped(/throws an error/),
};
