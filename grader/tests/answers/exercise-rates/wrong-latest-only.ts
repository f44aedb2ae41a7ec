// Only the newest day.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  keep: (rates) => rates.filter(({ date }) => date === rates.at(-1)?.date),
});
