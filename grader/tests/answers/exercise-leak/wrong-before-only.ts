// At the very moment is not before.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  use: (reading, label) => reading.city === label.city && reading.published < label.time,
});
