// A budget has no gaps: the rate of Friday stands for the weekend.
import { answerWith, type Rate } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  keep: (rates, { from, to }) => {
    const filled: Rate[] = [];
    const quotes = [...new Set(rates.map(({ quote }) => quote))];
    for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      for (const quote of quotes) {
        const last = rates.filter((rate) => rate.quote === quote && rate.date <= date).at(-1);
        if (last) filled.push({ ...last, date });
      }
    }
    return filled;
  },
});
