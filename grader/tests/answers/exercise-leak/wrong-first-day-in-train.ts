// Until and with `from`.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  split: (examples, from) => ({
    train: examples.filter(({ time }) => time <= from),
    test: examples.filter(({ time }) => time > from),
  }),
});
