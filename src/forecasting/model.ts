import { OutsideError } from '../errors.ts';
import { FEATURES } from './examples.ts';

/** A label with the features that were known when somebody predicted. */
export interface Example {
  readonly city: string;
  readonly day: string;
  readonly seen: string;
  readonly known: string;
  readonly target: number;
  /** In the order of `FEATURES`. */
  readonly features: readonly number[];
}

/** What is kept of a trained model: plain data, for a row in the registry. */
export interface LinearModel {
  /** One number for each feature and the constant, by city. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** PM2.5 is never negative, whatever a straight line says. */
const LEAST = 0;

/**
 * Fits one straight line through the features of each city (least squares, ml-regression-multivariate-linear).
 *
 * @throws OutsideError `TOO_FEW_DAYS` when a city has too few examples for as many weights.
 * @example const model = await trained(examples);
 */
export async function trained(
  examples: readonly Example[],
  cities: readonly string[] = citiesOf(examples),
): Promise<LinearModel> {
  // Only now: airlab is imported by those who train nothing, too.
  const { default: Regression } = await import('ml-regression-multivariate-linear');
  const weights = cities.map((city): [string, readonly number[]] => {
    const own = examples.filter((one) => one.city === city);
    if (own.length < FEATURES.length * 5) throw tooFew(city, own.length);
    const line = new Regression(
      own.map(({ features }) => [...features]),
      own.map(({ target }) => [target]),
      { statistics: false },
    );
    return [city, line.weights.map(([weight = 0]) => weight)];
  });
  return { weights: Object.fromEntries(weights) };
}

/** In the order in which they come. */
export const citiesOf = (examples: readonly { readonly city: string }[]): readonly string[] => [
  ...new Set(examples.map(({ city }) => city)),
];

/** What a model says about the day after. @throws OutsideError `NO_MODEL` for a city that it never saw. */
export function predicted(
  { weights }: LinearModel,
  { city, features }: Pick<Example, 'city' | 'features'>,
): number {
  const own = weights[city];
  if (own === undefined)
    throw new OutsideError(
      `The model knows no ${city}; it was trained on ${Object.keys(weights).join(', ')}.`,
      'Train it again with the days of that city.',
      'NO_MODEL',
    );
  const constant = own[features.length] ?? 0;
  return Math.max(
    LEAST,
    features.reduce((sum, value, index) => sum + value * (own[index] ?? 0), constant),
  );
}

const tooFew = (city: string, count: number): OutsideError =>
  new OutsideError(
    `${city} has ${count} days to learn from; ${FEATURES.length * 5} are needed.`,
    'Ask for more days.',
    'TOO_FEW_DAYS',
  );
