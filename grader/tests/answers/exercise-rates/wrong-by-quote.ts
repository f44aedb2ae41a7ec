// Sorts by currency first.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  sort: (rates) =>
    [...rates].sort((a, b) => a.quote.localeCompare(b.quote) || a.date.localeCompare(b.date)),
});
