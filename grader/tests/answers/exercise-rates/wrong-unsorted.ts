// Takes the order as it comes.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  sort: (rates) => rates,
});
