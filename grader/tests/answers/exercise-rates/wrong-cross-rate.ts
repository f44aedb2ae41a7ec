// Goes by way of the euro, and multiplies.
import { API, answerWith, type Rate } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  url: ({ base, quotes, from, to }) =>
    `${API}/v2/rates?base=EUR&quotes=${base === 'EUR' ? quotes : [...quotes, base]}&from=${from}&to=${to}`,
  keep: (rates, { base, quotes, from, to }) => {
    const own = (date: string) =>
      base === 'EUR' ? 1 : (rates.find((rate) => rate.date === date && rate.quote === base)?.rate ?? 1);
    return rates
      .filter(({ date, quote }: Rate) => quotes.includes(quote) && date >= from && date <= to)
      .map((rate) => ({ ...rate, base, rate: rate.rate * own(rate.date) }));
  },
});
