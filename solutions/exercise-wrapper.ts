// A model answer. Yours may look different: what counts is when it asks, when it does not, and what it says on failure.

export interface Reading {
  city: string;
  time: string;
  pm25: number | null;
}

export interface Answer {
  body: unknown;
  maxAgeS: number;
}

export const TIMEOUT_MS = 5_000;
export const MOST_TRIES = 4;
const FIRST_WAIT_MS = 500;

function maxAgeOf(response: Response): number {
  const control = response.headers.get('cache-control') ?? '';
  return Number(/max-age=(\d+)/.exec(control)?.[1] ?? 0);
}

/**
 * The type of each field is looked at, not whether it is there: `if (!body.pm2_5)` would throw away a clean hour (0)
 * and a gap (null), which are not the same.
 */
export function readAir(body: unknown): Reading {
  if (typeof body === 'object' && body !== null && 'city' in body && 'time' in body && 'pm2_5' in body) {
    const { city, time, pm2_5: pm25 } = body;
    if (typeof city === 'string' && typeof time === 'string' && (typeof pm25 === 'number' || pm25 === null)) {
      return { city, time, pm25 };
    }
  }
  throw new Error(`no reading in ${JSON.stringify(body)?.slice(0, 80)}`);
}

/** An error that the layer above can act on: `passes` says whether it is worth asking again. */
class AskError extends Error {
  readonly passes: boolean;
  readonly retryAfter: string | null;

  constructor(message: string, passes: boolean, retryAfter: string | null = null) {
    super(message);
    this.passes = passes;
    this.retryAfter = retryAfter;
  }
}

/**
 * The body is read as text first, inside the time limit. Rejected: `response.json()`, whose "Unexpected token <" tells
 * nobody which service sent a web page.
 */
export async function askOnce(method: string, url: string): Promise<Answer> {
  const asked = `${method} ${url}`;
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { method, signal: AbortSignal.timeout(TIMEOUT_MS) });
    text = await response.text();
  } catch (error) {
    throw new AskError(`${asked}: no whole answer within ${TIMEOUT_MS / 1000} s (${error})`, true);
  }
  const { status, headers } = response;
  if (!response.ok) {
    const passes = status === 429 || status >= 500;
    throw new AskError(`${asked}: ${status} ${text.slice(0, 80)}`, passes, headers.get('retry-after'));
  }
  try {
    return { body: JSON.parse(text), maxAgeS: maxAgeOf(response) };
  } catch {
    const type = headers.get('content-type') ?? 'no type';
    // A cut answer says that it is JSON, a web page does not: only the first is worth another try.
    throw new AskError(`${asked}: ${status}, but not JSON (${type})`, type.includes('json'));
  }
}

/**
 * The pause doubles, so that a service in trouble is not asked by a whole class at the same pace.
 * Rejected: asking again at once, which makes the trouble last longer.
 */
export async function askPatiently(method: string, url: string): Promise<Answer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await askOnce(method, url);
    } catch (error) {
      const mayRepeat = method === 'GET' && error instanceof AskError && error.passes;
      if (!mayRepeat || tried === MOST_TRIES) throw error;
      const askedS = Number(error.retryAfter ?? 0);
      const waitMs = askedS > 0 ? askedS * 1000 : FIRST_WAIT_MS * 2 ** (tried - 1);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

const kept = new Map<string, { reading: Reading; untilMs: number }>();

/**
 * The key is the whole URL: another city in the query is another question. Only what was read well is kept.
 * Rejected: handing out the old reading when the service fails; yesterday's air with today's date is a lie.
 */
export async function getAir(url: string): Promise<Reading> {
  const known = kept.get(url);
  if (known && Date.now() < known.untilMs) return known.reading;
  const { body, maxAgeS } = await askPatiently('GET', url);
  const reading = readAir(body);
  kept.set(url, { reading, untilMs: Date.now() + maxAgeS * 1000 });
  return reading;
}
