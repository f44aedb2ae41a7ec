// When the new version says no, the old one may say yes.
import { answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  isOldAsked: (status) => status !== 200,
});
