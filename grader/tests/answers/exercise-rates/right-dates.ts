// Days as dates, a class, and one question for each currency.

class Table {
  rows: { date: Date; base: string; quote: string; rate: number; note?: string }[] = [];

  add(date: string, base: string, quote: string, rate: number) {
    this.rows.push({ date: new Date(date), base, quote, rate, note: 'reference rate' });
  }

  sorted() {
    return this.rows.sort((a, b) => +a.date - +b.date || (a.quote > b.quote ? 1 : -1));
  }
}

export function rowsOf(body: any) {
  const table = new Table();
  if (body instanceof Array) for (const { date, base, quote, rate } of body) table.add(date, base, quote, rate);
  else if (typeof body === 'object' && 'rates' in body)
    for (const [date, rates] of Object.entries<any>(body.rates))
      for (const quote of Object.keys(rates)) table.add(date, body.base, quote, rates[quote] / body.amount);
  else throw 'not a body with rates';
  return table.sorted();
}

export async function ratesTable(base: string, quotes: string[], from: string, to: string) {
  const all = await Promise.all(
    quotes.map(async (quote) => {
      let answer = await fetch(
        `https://api.frankfurter.dev/v2/rates?base=${base}&quotes=${quote}&from=${from}&to=${to}`,
      );
      if (answer.status == 404)
        answer = await fetch(`https://api.frankfurter.dev/v1/${from}..${to}?base=${base}&symbols=${quote}`);
      const body = await answer.json();
      if (answer.status >= 400) throw new Error('The service says: ' + body.message);
      return rowsOf(body);
    }),
  );
  return all
    .flat()
    .filter(({ date }) => date >= new Date(from) && date <= new Date(to))
    .sort((a, b) => +a.date - +b.date || (a.quote > b.quote ? 1 : -1));
}
