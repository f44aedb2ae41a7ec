// True, but the other way round.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  row: ({ date, base, quote, rate }) => ({ date, base: quote, quote: base, rate: 1 / rate }),
});
