// The plain right wrapper that most wrong ones change in one place, so that each of them shows its mistake and no more.

export interface Reading {
  city: string;
  time: string;
  pm25: number | null;
}

export interface Answer {
  body: unknown;
  maxAgeS: number;
}

/** What layer 2 tells layer 3. */
export class Trouble extends Error {
  status = 0;
  passes = true;
  retryAfterS = 0;
}

/** The steps of the wrapper; each can be done wrong. */
export interface Steps {
  timeoutMs: number | undefined;
  readAir: (body: any) => Reading;
  /** A status that is no good one. */
  refused: (asked: string, status: number, retryAfterS: number) => Trouble | undefined;
  /** What JSON.parse threw. */
  unreadable: (asked: string, text: string, error: unknown) => Error;
  mayRepeat: (method: string, trouble: Trouble) => boolean;
  tries: number;
  waitMs: (trouble: Trouble, tried: number) => number;
  key: (url: string) => string;
  freshForS: (maxAgeS: number) => number;
  /** What becomes of an error in the last layer. */
  failed: (error: unknown, known: Reading | undefined) => Reading;
}

export function trouble(message: string, more: Partial<Trouble> = {}): Trouble {
  return Object.assign(new Trouble(message), more);
}

export const right: Steps = {
  timeoutMs: 5_000,
  readAir: (body) => {
    if (typeof body?.pm2_5 !== 'number' && body?.pm2_5 !== null) throw new Error('no reading');
    return { city: body.city, time: body.time, pm25: body.pm2_5 };
  },
  refused: (asked, status, retryAfterS) =>
    trouble(`${asked} answered ${status}`, { status, retryAfterS, passes: status === 429 || status >= 500 }),
  unreadable: (asked) => trouble(`${asked}: the answer is not JSON`),
  mayRepeat: (method, { passes }) => method !== 'POST' && passes,
  tries: 4,
  waitMs: ({ retryAfterS }, tried) => (retryAfterS > 0 ? retryAfterS * 1000 : 500 * 2 ** tried),
  key: (url) => url,
  freshForS: (maxAgeS) => maxAgeS,
  failed: (error) => {
    throw error;
  },
};

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function maxAgeOf(headers: { get(name: string): string | null }): number {
  return Number(/max-age=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1] ?? 0);
}

/** The four layers, with some steps changed. */
export function wrapperWith(changes: Partial<Steps> = {}) {
  const steps: Steps = { ...right, ...changes };
  const kept = new Map<string, { reading: Reading; untilMs: number }>();

  const askOnce = async (method: string, url: string): Promise<Answer> => {
    const asked = `${method} ${url}`;
    const signal = steps.timeoutMs === undefined ? undefined : AbortSignal.timeout(steps.timeoutMs);
    const { response, text } = await whole(method, url, signal);
    const { status, headers } = response;
    const refused = response.ok
      ? undefined
      : steps.refused(asked, status, Number(headers.get('retry-after')));
    if (refused) throw refused;
    try {
      return { body: JSON.parse(text), maxAgeS: maxAgeOf(headers) };
    } catch (error) {
      throw steps.unreadable(asked, text, error);
    }
  };

  const askPatiently = async (method: string, url: string): Promise<Answer> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await askOnce(method, url);
      } catch (error) {
        const known = error instanceof Trouble ? error : trouble(String(error));
        if (tried === steps.tries || !steps.mayRepeat(method, known)) throw error;
        const ms = steps.waitMs(known, tried);
        if (ms > 0) await pause(ms);
      }
    }
  };

  const getAir = async (url: string): Promise<Reading> => {
    const known = kept.get(steps.key(url));
    if (known && Date.now() < known.untilMs) return known.reading;
    try {
      const { body, maxAgeS } = await askPatiently('GET', url);
      const reading = steps.readAir(body);
      kept.set(steps.key(url), { reading, untilMs: Date.now() + steps.freshForS(maxAgeS) * 1000 });
      return reading;
    } catch (error) {
      return steps.failed(error, known?.reading);
    }
  };

  return { readAir: steps.readAir, askOnce, askPatiently, getAir };
}

async function whole(method: string, url: string, signal: AbortSignal | undefined) {
  try {
    const response = await fetch(url, { method, ...(signal ? { signal } : {}) });
    return { response, text: await response.text() };
  } catch (error) {
    throw trouble(`${method} ${url}: ${error}`);
  }
}
