// Uses what it has, however old.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  hoursOld: () => 0,
});
