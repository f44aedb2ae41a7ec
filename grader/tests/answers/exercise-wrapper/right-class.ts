// One class, errors with a cause, dates for the cache; written with undici's own request.
import { request } from 'undici';

class ServiceError extends Error {
  readonly waitS: number | undefined;
  constructor(text: string, waitS: number | undefined, cause?: unknown) {
    super(text, { cause });
    this.waitS = waitS;
  }
}

class Wrapper {
  readonly #cache: Record<string, { pm: unknown; until: Date }> = {};

  async once(method: string, url: string) {
    let status = 0;
    let text = '';
    let control = '';
    try {
      const answer = await request(url, {
        method: method as 'GET',
        signal: AbortSignal.timeout(4_500),
      });
      status = answer.statusCode;
      control = String(answer.headers['cache-control'] ?? '');
      const asked = Number.parseInt(String(answer.headers['retry-after']), 10);
      text = await answer.body.text();
      if (status >= 300) throw new ServiceError(`${status} for ${method} ${url}`, waitFor(status, asked));
      return { body: JSON.parse(text), maxAgeS: Number.parseInt(control.split('max-age=')[1] ?? '0', 10) };
    } catch (error) {
      if (error instanceof ServiceError) throw error;
      if (text.startsWith('<')) throw new ServiceError(`HTML came for ${method} ${url}`, undefined, error);
      throw new ServiceError(`No whole answer for ${method} ${url}`, 1, error);
    }
  }

  async again(method: string, url: string, left = 3): Promise<{ body: any; maxAgeS: number }> {
    try {
      return await this.once(method, url);
    } catch (error) {
      const wait = error instanceof ServiceError ? error.waitS : undefined;
      if (left === 0 || wait === undefined || /post/i.test(method)) throw error;
      await new Promise((done) => setTimeout(done, wait * 1000 + 50));
      return this.again(method, url, left - 1);
    }
  }

  async read(url: string) {
    const hit = this.#cache[url];
    if (hit && hit.until > new Date()) return hit.pm;
    const { body, maxAgeS } = await this.again('GET', url);
    const pm = readAir(body);
    this.#cache[url] = { pm, until: new Date(Date.now() + maxAgeS * 1000) };
    return pm;
  }
}

const waitFor = (status: number, askedS: number): number | undefined =>
  status === 429 || status > 499 ? askedS || 2 : undefined;

export function readAir(body: any) {
  const { city, time, pm2_5 } = body;
  if (pm2_5 === undefined) throw new Error(`not a reading: ${body.reason}`);
  return { pm25: pm2_5, city, time };
}

const wrapper = new Wrapper();
export const askOnce = (method: string, url: string) => wrapper.once(method, url);
export const askPatiently = (method: string, url: string) => wrapper.again(method, url);
export const getAir = (url: string) => wrapper.read(url);
