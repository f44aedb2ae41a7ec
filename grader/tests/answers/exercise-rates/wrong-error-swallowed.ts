// No rates are better than an error.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  other: () => [],
  refused: () => [],
});
