// The root of the mean square.
import { answerWith, meanOf } from './base.ts';

export const { knownAt, backtest } = answerWith({
  error: (differences) => Math.sqrt(meanOf(differences.map((each) => each ** 2))),
});
