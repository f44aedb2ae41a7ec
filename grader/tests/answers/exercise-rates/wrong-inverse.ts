// Thinks that a rate is how many EUR one DKK costs.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  row: (rate) => ({ ...rate, rate: 1 / rate.rate }),
});
