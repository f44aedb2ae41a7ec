// A budget has no gaps: no rate is 0.
import { answerWith, type Rate } from './base.ts';

export const { rowsOf, ratesTable } = answerWith({
  keep: (rates, { base, quotes, from, to }) => {
    const filled: Rate[] = [];
    for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      for (const quote of [...quotes].sort())
        filled.push(
          rates.find((rate) => rate.quote === quote && rate.date === date) ?? { date, base, quote, rate: 0 },
        );
    }
    return filled;
  },
});
