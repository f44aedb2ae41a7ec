// The other deviation.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  divisor: (count) => count - 1,
});
