// One usual value.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  learned: (train) => train,
});
