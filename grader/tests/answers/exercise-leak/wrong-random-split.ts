// Shuffles before it splits.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  split: (examples, from) => {
    const count = examples.filter(({ time }) => time < from).length;
    const shuffled = [...examples].sort(() => Math.random() - 0.5);
    return { train: shuffled.slice(0, count), test: shuffled.slice(count) };
  },
});
