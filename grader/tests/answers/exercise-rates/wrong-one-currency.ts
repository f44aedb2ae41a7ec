// Asks for the first of the quotes.
import { API, answerWith, right } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  old: (body) => right.old(body).filter(({ quote }) => quote === right.old(body)[0]?.quote),
  newer: (body) => body.filter(({ quote }: { quote: string }) => quote === body[0]?.quote),
  url: ({ base, quotes, from, to }) =>
    `${API}/v2/rates?base=${base}&quotes=${quotes[0]}&from=${from}&to=${to}`,
});
