// Passes on whatever came.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  other: (body) => [body],
  refused: (body) => body,
  sort: (rates) => (rates.length > 1 ? [...rates].sort((a, b) => a.date.localeCompare(b.date) || a.quote.localeCompare(b.quote)) : rates),
});
