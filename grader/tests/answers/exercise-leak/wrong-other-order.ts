// Sorts the examples.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  joined: (examples) =>
    [...examples].sort((a, b) => a.city.localeCompare(b.city) || a.time.localeCompare(b.time)),
});
