// A model answer. Yours may look different: what counts is that both versions give the same table.

export interface Rate {
  date: string;
  base: string;
  quote: string;
  rate: number;
}

export interface Version1 {
  amount: number;
  base: string;
  start_date: string;
  end_date: string;
  rates: { [date: string]: { [quote: string]: number } };
}

export type Version2 = Rate[];

/**
 * The shape says which version it is. Rejected: a parameter `version`. The caller would have to know it, and the next
 * caller would get it wrong.
 */
export function rowsOf(body: unknown): Rate[] {
  if (isVersion2(body)) return sorted(body);
  if (isVersion1(body)) return sorted(fromVersion1(body));
  throw new Error(`neither version 1 nor 2: ${JSON.stringify(body)}`);
}

function fromVersion1({ amount, base, rates }: Version1): Rate[] {
  return Object.entries(rates).flatMap(([date, quotes]) =>
    Object.entries(quotes).map(([quote, value]) => ({ date, base, quote, rate: value / amount })),
  );
}

/** ISO dates sort as text. A copy, because the caller's list is not ours to sort. */
function sorted(rates: Rate[]): Rate[] {
  return [...rates].sort((a, b) => a.date.localeCompare(b.date) || a.quote.localeCompare(b.quote));
}

function isVersion1(body: unknown): body is Version1 {
  return typeof body === 'object' && body !== null && 'amount' in body && 'rates' in body;
}

function isVersion2(body: unknown): body is Version2 {
  return Array.isArray(body) && body.every((row) => typeof row?.rate === 'number');
}

/**
 * 404 means "not here", so the other version is asked. 422 means "your question is wrong": the old version would leave
 * the unknown currency out without a word, and the table would lack a column that nobody misses.
 */
export async function ratesTable(base: string, quotes: string[], from: string, to: string): Promise<Rate[]> {
  const codes = quotes.join(',');
  const api = 'https://api.frankfurter.dev';
  let answer = await ask(`${api}/v2/rates?base=${base}&quotes=${codes}&from=${from}&to=${to}`);
  if (answer.status === 404) answer = await ask(`${api}/v1/${from}..${to}?base=${base}&symbols=${codes}`);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  // Weekends stay out: a rate that was never published is neither 0 nor the one of Friday.
  return rowsOf(JSON.parse(answer.text)).filter(({ date }) => date >= from && date <= to);
}

const TRIES = 4;
const TIMEOUT_MS = 5_000;

/** Tries again what passes by itself: refused for now (429), trouble of the service (5xx), no answer, half an answer. */
async function ask(url: string): Promise<{ status: number; text: string }> {
  let trouble: unknown;
  for (let tried = 1; tried <= TRIES; tried += 1) {
    let waitMs = 500 * 2 ** tried;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      const text = await response.text();
      if (response.status !== 429 && response.status < 500) return { status: response.status, text };
      trouble = new Error(`GET ${url} answered ${response.status}: ${text}`);
      waitMs = Math.max(waitMs, 1000 * Number(response.headers.get('retry-after')));
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  throw trouble;
}
