// The usual value of all days.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  learned: (train, test, city) => [...train, ...test].filter((one) => one.city === city),
});
