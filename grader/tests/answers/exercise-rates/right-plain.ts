// Without a retry.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith();
