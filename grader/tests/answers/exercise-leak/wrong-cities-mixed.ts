// Forgets the city.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  use: (reading, label) => reading.published <= label.time,
});
