import { type FeatureStore, featureStore } from '../databases/feature-store.ts';
import type { SqlDatabase } from '../databases/sql.ts';
import { backtested, beatsBaselines, type Score } from './backtest.ts';
import { type AirHour, type DayLabel, FEATURES, featuresOf, labelsOf } from './examples.ts';
import { type Prediction, predictAll } from './inference.ts';
import { type Example, trained } from './model.ts';
import { type Drift, driftOf } from './monitoring.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';
import { type ModelRegistry, modelRegistry } from './registry.ts';

/** What one run needs from outside. */
export interface PipelineInput {
  readonly hours: readonly AirHour[];
  /** Where the hours come from: `simulated, seed 1`. */
  readonly data: string;
  /** Registry and predictions. */
  readonly db: SqlDatabase;
  readonly now: Date;
}

export interface PipelineReport {
  readonly examples: number;
  readonly score: Score;
  /** Cities in which the model is better than persistence and climatology. */
  readonly beats: readonly string[];
  readonly version: number;
  /** False: the version before predicts better and stays. */
  readonly isPromoted: boolean;
  readonly predictions: readonly Prediction[];
  readonly drift: readonly Drift[];
  /** What was said in earlier runs, compared with what came. */
  readonly outcomes: readonly Outcome[];
}

/** Days of each city that count as the newest. */
const WATCHED_DAYS = 14;

/**
 * Runs every part once: features → store → training → registry → inference → monitoring
 * and the outcomes of earlier predictions.
 *
 * @throws OutsideError `TOO_FEW_DAYS`, or of the database.
 * @example const { score } = await runPipeline({ hours, data: air.source.label, db: await sqlite(), now: new Date() });
 */
export async function runPipeline({ hours, data, db, now }: PipelineInput): Promise<PipelineReport> {
  const store = await featureStore({
    name: 'daily_air',
    entity: 'city',
    time: 'seen',
    features: ['day', ...FEATURES],
  });
  try {
    await store.write(featuresOf(hours).map((row) => ({ ...row })));
    const labels = labelsOf(hours);
    const examples = await examplesFrom(store, labels);
    const score = await backtested(examples);
    const registry = await modelRegistry(db);
    const model = await trained(examples);
    const version = await registry.register({ trainedAt: now.toISOString(), data, model, score });
    const isPromoted = await promoteIfBetter(registry, version, score);
    const production = await registry.production();
    const cities = Object.keys(score);
    const predictions = production === undefined ? [] : await predictAll(cities, { store, db, production });
    return {
      examples: examples.length,
      score,
      beats: beatsBaselines(score),
      version,
      isPromoted,
      predictions,
      drift: driftOf(...splitNewest(examples)),
      outcomes: production === undefined ? [] : await outcomesOf(db, labels),
    };
  } finally {
    await store.close();
  }
}

/** Labels joined with what was known; where the newest known day is another, the features are too old. */
async function examplesFrom(store: FeatureStore, labels: readonly DayLabel[]): Promise<readonly Example[]> {
  const joined = await store.asOf(labels.map(({ city, seen }) => ({ city, seen })));
  return labels.flatMap((label, index) => {
    const row = joined[index] ?? {};
    const features = FEATURES.map((name) => row[name]).filter((value) => typeof value === 'number');
    return row.day === label.day && features.length === FEATURES.length ? [{ ...label, features }] : [];
  });
}

/** A version predicts when it is no worse than the one before, on average over the cities. */
async function promoteIfBetter(registry: ModelRegistry, version: number, score: Score): Promise<boolean> {
  const before = await registry.production();
  const isBetter = before === undefined || relativeError(score) <= relativeError(before.score);
  if (isBetter) await registry.promote(version);
  return isBetter;
}

/** Against persistence of the same days, so that a calm month does not look like a good model. */
function relativeError(score: Score): number {
  const each = Object.values(score).map(({ model, persistence }) => model / persistence);
  return each.reduce((sum, one) => sum + one, 0) / each.length;
}

function splitNewest(examples: readonly Example[]): [readonly Example[], readonly Example[]] {
  const days = [...new Set(examples.map(({ day }) => day))].sort();
  const from = days.at(-WATCHED_DAYS) ?? '';
  return [examples.filter(({ day }) => day < from), examples.filter(({ day }) => day >= from)];
}
