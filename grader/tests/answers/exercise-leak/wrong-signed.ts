// Too high and too low cancel.
import { answerWith, meanOf } from './base.ts';

export const { knownAt, backtest } = answerWith({
  error: meanOf,
});
