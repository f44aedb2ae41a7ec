// An inner join.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  joined: (examples) => examples.filter(({ pm25 }) => pm25 !== null),
});
