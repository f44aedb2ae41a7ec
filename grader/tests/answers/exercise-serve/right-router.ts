// An own router, a class, and another try when Open-Meteo is in trouble. makeServer is async.
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { hourAt, type Hour, type Place, places } from './base.ts';

class HttpError extends Error {
  status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Handler = (ask: { url: URL; body: () => Promise<any> }) => Promise<object>;

class Router {
  #routes: { method: string; pattern: RegExp; handler: Handler }[] = [];

  on(method: string, pattern: RegExp, handler: Handler): this {
    this.#routes.push({ method, pattern, handler });
    return this;
  }

  async answer(request: IncomingMessage): Promise<[number, object]> {
    const url = new URL(request.url ?? '', 'http://localhost');
    const here = this.#routes.filter(({ pattern }) => pattern.test(url.pathname));
    const route = here.find(({ method }) => method === request.method);
    if (!route) return [here.length > 0 ? 405 : 404, { title: 'nothing here' }];
    try {
      return [200, await route.handler({ url, body: () => jsonOf(request) })];
    } catch (error: any) {
      return [error.status ?? 504, { title: 'not possible', detail: `${error.message}` }];
    }
  }
}

async function jsonOf(request: IncomingMessage): Promise<any> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HttpError(400, `${error}`);
  }
}

async function hour(name: string): Promise<Hour> {
  const place: Place | undefined = places.get(name);
  if (!place) throw new HttpError(404, `${name} is not served`);
  for (let tried = 1; ; tried += 1) {
    try {
      return await hourAt(place, 'past_hours=1&forecast_hours=0', 4_000);
    } catch (error) {
      if (tried === 3) throw error;
      await pause(1_500);
    }
  }
}

export async function makeServer() {
  const router = new Router()
    .on('GET', /^\/health$/, async () => ({ ok: true }))
    .on('GET', /^\/air$/, async ({ url }) => {
      const city = url.searchParams.get('city');
      if (city === null) throw new HttpError(422, 'city?');
      return { ...(await hour(city)), city };
    })
    .on('GET', /^\/compare$/, async ({ url }) => {
      const names = url.searchParams.get('cities')?.split(',');
      if (!names) throw new HttpError(422, 'cities?');
      const unknown = names.find((name) => !places.has(name));
      if (unknown !== undefined) throw new HttpError(404, `${unknown} is not served`);
      const all = await Promise.all(names.map(hour));
      const cities = names.map((city, index) => ({ city, ...all[index] }));
      const measured = cities.filter((one) => typeof one.pm2_5 === 'number');
      const least = Math.min(...measured.map((one) => one.pm2_5 ?? 0));
      return { cities, cleanest: measured.find((one) => one.pm2_5 === least)?.city ?? null };
    })
    .on('POST', /^\/run$/, async ({ body }) => {
      const given = await body();
      if (given === null || typeof given !== 'object' || typeof given.city !== 'string') throw new HttpError(400, 'city?');
      const limit = 'limit' in given ? given.limit : 15;
      if (typeof limit !== 'number' || limit <= 0) throw new HttpError(400, 'limit?');
      const { pm2_5 } = await hour(given.city);
      return { city: given.city, pm2_5, limit, run: pm2_5 === null ? null : pm2_5 <= limit };
    });
  return createServer(async (request, response) => {
    const [status, body] = await router.answer(request);
    response.writeHead(status, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify(body, null, 2));
  });
}
