import { ms } from './join.ts';
import type { Example } from './readings.ts';

/** What `backtest` gives. */
export interface Score {
  readonly train: number;
  readonly test: number;
  readonly mean: number;
  readonly deviation: number;
  readonly climatology: number;
  readonly persistence: number;
}

/** The fields in the order in which they are compared. */
export const FIELDS = ['train', 'test', 'mean', 'deviation', 'climatology', 'persistence'] as const;

/** What a backtest decides. The right one is `IN_ORDER_OF_TIME`; each mistake changes one line. */
export interface BacktestPolicy {
  readonly isTrain: (example: Example, from: string) => boolean;
  /** What mean and deviation are of. */
  readonly scaled: (train: readonly Example[], all: readonly Example[]) => readonly Example[];
  /** What climatology learns from, for one example. */
  readonly learned: (
    example: Example,
    train: readonly Example[],
    all: readonly Example[],
  ) => readonly Example[];
  readonly scored: (test: readonly Example[], all: readonly Example[]) => readonly Example[];
  readonly loss: (difference: number) => number;
  /** Makes an error of the losses' mean. */
  readonly total: (mean: number) => number;
  /** What a gap counts as; null leaves it to climatology. */
  readonly gap: number | null;
  /** Divides the squares for the deviation: their number less this. */
  readonly less: number;
}

export const IN_ORDER_OF_TIME: BacktestPolicy = {
  isTrain: (example, from) => ms(example.time) < ms(from),
  scaled: (train) => train,
  learned: (example, train) => train.filter(({ city }) => city === example.city),
  scored: (test) => test,
  loss: Math.abs,
  total: (mean) => mean,
  gap: null,
  less: 0,
};

/** The score of both baselines. Pure. */
export function scoreOf(
  examples: readonly Example[],
  from: string,
  changes: Partial<BacktestPolicy> = {},
): Score {
  const policy = { ...IN_ORDER_OF_TIME, ...changes };
  const train = examples.filter((example) => policy.isTrain(example, from));
  const test = examples.filter((example) => !policy.isTrain(example, from));
  const values = policy.scaled(train, examples).flatMap(({ pm25 }) => pm25 ?? policy.gap ?? []);
  const mean = meanOf(values);
  const squares = values.map((value) => (value - mean) ** 2);
  const usual = (example: Example): number =>
    meanOf(policy.learned(example, train, examples).map(({ target }) => target));
  const errorOf = (predict: (example: Example) => number): number =>
    policy.total(meanOf(policy.scored(test, examples).map((one) => policy.loss(predict(one) - one.target))));
  return {
    train: train.length,
    test: test.length,
    mean,
    deviation: Math.sqrt((meanOf(squares) * squares.length) / (squares.length - policy.less)),
    climatology: errorOf(usual),
    persistence: errorOf((one) => one.pm25 ?? policy.gap ?? usual(one)),
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
