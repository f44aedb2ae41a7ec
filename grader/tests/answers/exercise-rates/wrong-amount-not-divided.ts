// Never looks at amount.
import { answerWith, right } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  old: (body) => right.old({ ...body, amount: 1 }),
});
