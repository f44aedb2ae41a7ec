// The newest first, as in a bank's app.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  sort: (rates) =>
    [...rates].sort((a, b) => b.date.localeCompare(a.date) || a.quote.localeCompare(b.quote)),
});
