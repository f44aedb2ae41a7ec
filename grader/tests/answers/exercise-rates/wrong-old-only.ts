// Knows the old version only.
import { API, answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  newer: () => {
    throw new Error('not supported');
  },
  url: ({ base, quotes, from, to }) => `${API}/v1/${from}..${to}?base=${base}&symbols=${quotes}`,
});
