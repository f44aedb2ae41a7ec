// Formats the numbers for people.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  row: (rate) => ({ ...rate, rate: String(rate.rate) }),
});
