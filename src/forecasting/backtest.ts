import type { Example } from './model.ts';
import { citiesOf, predicted, trained } from './model.ts';

/** Mean absolute errors in μg/m³ over the same days. */
export interface Errors {
  readonly days: number;
  readonly model: number;
  /** Tomorrow is as the last 24 hours. */
  readonly persistence: number;
  /** Tomorrow is as usual: the mean of the days within three weeks of that date in training, else of all. */
  readonly climatology: number;
}

/** By city. */
export type Score = Readonly<Record<string, Errors>>;

export interface BacktestOptions {
  /** @default 4 */
  readonly folds?: number;
  /** Days that are predicted before the model is trained again. @default 30 */
  readonly foldDays?: number;
}

interface Scored {
  readonly city: string;
  readonly model: number;
  readonly persistence: number;
  readonly climatology: number;
}

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.25;
const NEAR_DAYS = 21;

/**
 * Scores in the order of time: trains on what was known when a fold began, predicts its days, moves on. A label whose
 * target came later than that is in neither, because nobody had it yet.
 *
 * @throws OutsideError `TOO_FEW_DAYS`.
 * @example (await backtested(examples)).Roskilde?.model // 2.9
 */
export async function backtested(
  examples: readonly Example[],
  { folds = 4, foldDays = 30 }: BacktestOptions = {},
): Promise<Score> {
  const lastMs = Math.max(...examples.map(({ seen }) => Date.parse(seen)));
  const scored: Scored[] = [];
  for (let fold = folds; fold > 0; fold -= 1) {
    const fromMs = lastMs + 1 - fold * foldDays * DAY_MS;
    const train = examples.filter(({ known }) => Date.parse(known) <= fromMs);
    const test = examples.filter(({ seen }) => {
      const ms = Date.parse(seen);
      return ms >= fromMs && ms < fromMs + foldDays * DAY_MS;
    });
    const model = await trained(train, citiesOf(examples));
    for (const one of test)
      scored.push({
        city: one.city,
        model: Math.abs(predicted(model, one) - one.target),
        persistence: Math.abs((one.features[0] ?? 0) - one.target),
        climatology: Math.abs(usual(train, one) - one.target),
      });
  }
  return errorsByCity(scored);
}

function usual(train: readonly Example[], { city, day }: Example): number {
  const own = train.filter((one) => one.city === city);
  const near = own.filter((one) => {
    const days = (Math.abs(Date.parse(one.day) - Date.parse(day)) / DAY_MS) % YEAR_DAYS;
    return Math.min(days, YEAR_DAYS - days) <= NEAR_DAYS;
  });
  return meanOf((near.length > 0 ? near : own).map(({ target }) => target));
}

function errorsByCity(scored: readonly Scored[]): Score {
  return Object.fromEntries(
    citiesOf(scored).map((city): [string, Errors] => {
      const own = scored.filter((one) => one.city === city);
      const error = (name: 'model' | 'persistence' | 'climatology'): number =>
        meanOf(own.map((one) => one[name]));
      return [
        city,
        {
          days: own.length,
          model: error('model'),
          persistence: error('persistence'),
          climatology: error('climatology'),
        },
      ];
    }),
  );
}

/** The cities in which the model is better than both baselines. */
export function beatsBaselines(score: Score): readonly string[] {
  return Object.entries(score)
    .filter(([, { model, persistence, climatology }]) => model < Math.min(persistence, climatology))
    .map(([city]) => city);
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
