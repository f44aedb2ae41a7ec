import { FEATURES } from './examples.ts';
import { citiesOf, type Example } from './model.ts';

/** How far the newest days are from what the model learned from. */
export interface Drift {
  readonly city: string;
  readonly feature: (typeof FEATURES)[number];
  /** Mean of the newest days less mean of training, in standard deviations of training. */
  readonly shift: number;
  readonly isAlarm: boolean;
}

/** The year moves by itself; only what is measured can drift. */
const WATCHED = ['last_24', 'before_24', 'week'] as const;
/** A fortnight of smog is 1 to 1.5 deviations; more was hardly ever seen in training. */
const ALARM_AT = 2;

/**
 * Compares the features of the newest days with those of training. An alarm is no proof that the model is wrong: it
 * says that it is asked about air which it has not seen.
 *
 * @example driftOf(examples.slice(0, -28), examples.slice(-28)).filter(({ isAlarm }) => isAlarm) //=> []
 */
export function driftOf(train: readonly Example[], newest: readonly Example[]): readonly Drift[] {
  return citiesOf(newest).flatMap((city) =>
    WATCHED.map((feature) => {
      const before = valuesOf(train, city, feature);
      const mean = meanOf(before);
      const deviation = Math.sqrt(meanOf(before.map((value) => (value - mean) ** 2)));
      const shift = (meanOf(valuesOf(newest, city, feature)) - mean) / deviation;
      return { city, feature, shift, isAlarm: !(Math.abs(shift) < ALARM_AT) };
    }),
  );
}

function valuesOf(
  examples: readonly Example[],
  city: string,
  feature: (typeof WATCHED)[number],
): readonly number[] {
  const index = FEATURES.indexOf(feature);
  return examples.flatMap((one) => (one.city === city ? (one.features[index] ?? []) : []));
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
