// Two decimals are enough for money.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  row: (rate) => ({ ...rate, rate: Math.round(rate.rate * 100) / 100 }),
});
