// Says that it did not work, but not why.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  refused: () => {
    throw new Error('The rates could not be loaded');
  },
});
