// Mixes up the names of the two columns.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  row: ({ base, quote, ...others }) => ({ ...others, base: quote, quote: base }),
});
