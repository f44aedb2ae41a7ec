// Scales first and splits then.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  scaled: (train, test) => [...train, ...test],
});
