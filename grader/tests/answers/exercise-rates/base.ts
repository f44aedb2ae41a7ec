// The plain right answer that most wrong ones change in one place, so that each of them shows its mistake and no more.

export interface Rate {
  date: string;
  base: string;
  quote: string;
  rate: number;
}

// biome-ignore lint/suspicious/noExplicitAny: students write it so
export type Body = any;

/** What is asked for. */
export interface Ask {
  base: string;
  quotes: string[];
  from: string;
  to: string;
}

/** The steps of the answer; each can be done wrong. */
export interface Steps {
  row: (rate: Rate) => Body;
  old: (body: Body) => Rate[];
  newer: (body: Body) => Rate[];
  other: (body: Body) => Rate[];
  sort: (rates: Rate[]) => Rate[];
  url: (ask: Ask) => string;
  /** Undefined: never. */
  oldUrl: ((ask: Ask) => string) | undefined;
  isOldAsked: (status: number) => boolean;
  refused: (body: Body) => Rate[];
  keep: (rates: Rate[], ask: Ask) => Rate[];
}

export const API = 'https://api.frankfurter.dev';

export const right: Steps = {
  row: (rate) => rate,
  old: ({ amount, base, rates }) =>
    Object.entries<Record<string, number>>(rates).flatMap(([date, quotes]) =>
      Object.entries(quotes).map(([quote, value]) => ({ date, base, quote, rate: value / amount })),
    ),
  newer: (body) => body,
  other: (body) => {
    throw new Error(`no rates in ${JSON.stringify(body)}`);
  },
  sort: (rates) =>
    [...rates].sort((a, b) => a.date.localeCompare(b.date) || a.quote.localeCompare(b.quote)),
  url: ({ base, quotes, from, to }) =>
    `${API}/v2/rates?base=${base}&quotes=${quotes}&from=${from}&to=${to}`,
  oldUrl: ({ base, quotes, from, to }) => `${API}/v1/${from}..${to}?base=${base}&symbols=${quotes}`,
  isOldAsked: (status) => status === 404,
  refused: ({ message }) => {
    throw new Error(message);
  },
  keep: (rates, { from, to }) => rates.filter(({ date }) => date >= from && date <= to),
};

export function answerWith(changes: Partial<Steps> = {}) {
  const steps = { ...right, ...changes };
  const rowsOf = (body: Body): Body[] => {
    const rates = Array.isArray(body) ? steps.newer(body) : body?.rates ? steps.old(body) : steps.other(body);
    return steps.sort(rates).map(steps.row);
  };
  const ratesTable = async (base: string, quotes: string[], from: string, to: string): Promise<Body> => {
    const ask = { base, quotes, from, to };
    let response = await fetch(steps.url(ask));
    if (steps.oldUrl && steps.isOldAsked(response.status)) response = await fetch(steps.oldUrl(ask));
    const body = await response.json();
    return response.ok ? steps.keep(rowsOf(body), ask) : steps.refused(body);
  };
  return { rowsOf, ratesTable };
}
