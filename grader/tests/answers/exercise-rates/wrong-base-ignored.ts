// The base is not in the address.
import { API, answerWith } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  url: ({ quotes, from, to }) => `${API}/v2/rates?quotes=${quotes}&from=${from}&to=${to}`,
  oldUrl: ({ quotes, from, to }) => `${API}/v1/${from}..${to}?symbols=${quotes}`,
});
