// What the answers share: a right server of node:http, in pieces that each wrong answer replaces one of.

import { createServer, type Server, type ServerResponse } from 'node:http';

export interface Place {
  latitude: number;
  longitude: number;
}

export const places = new Map<string, Place>([
  ['Roskilde', { latitude: 55.64152, longitude: 12.08035 }],
  ['Beijing', { latitude: 39.9075, longitude: 116.39723 }],
  ['Oslo', { latitude: 59.91273, longitude: 10.74609 }],
  ['Lima', { latitude: -12.04318, longitude: -77.02824 }],
]);

export interface Hour {
  time: string;
  pm2_5: number | null;
  unit: string;
}

export const api = 'https://air-quality-api.open-meteo.com/v1/air-quality';

export async function hourAt({ latitude, longitude }: Place, window: string, limitMs = 5_000): Promise<Hour> {
  const url = `${api}?latitude=${latitude}&longitude=${longitude}&hourly=pm2_5&${window}`;
  const answer = await fetch(url, limitMs > 0 ? { signal: AbortSignal.timeout(limitMs) } : {});
  if (!answer.ok) throw new Error(`Open-Meteo says ${answer.status}`);
  const { hourly, hourly_units } = (await answer.json()) as any;
  return { time: `${hourly.time[0]}Z`, pm2_5: hourly.pm2_5[0], unit: hourly_units.pm2_5 };
}

/** An answer with a status of its own. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Question {
  query: URLSearchParams;
  /** The body as it came. */
  text: string;
}

export const pieces = {
  places: (name: string): Place => {
    const place = places.get(name);
    if (place === undefined) throw new Refusal(404, `no such city: ${name}`);
    return place;
  },
  required: (query: URLSearchParams, name: string): string => {
    const value = query.get(name);
    if (value === null) throw new Refusal(400, `${name} is missing`);
    return value;
  },
  body: (text: string): any => {
    let body: any;
    try {
      body = JSON.parse(text);
    } catch {
      throw new Refusal(400, 'the body is no JSON');
    }
    if (typeof body?.city !== 'string') throw new Refusal(400, 'city is missing');
    const { city, limit = 15 } = body;
    if (typeof limit !== 'number' || !(limit > 0)) throw new Refusal(422, 'limit must be a number above 0');
    return { city, limit };
  },
  hour: (place: Place): Promise<Hour> => hourAt(place, 'past_hours=1&forecast_hours=0'),
  hours: (all: Place[], hour: (place: Place) => Promise<Hour>): Promise<Hour[]> => Promise.all(all.map(hour)),
  cleanest: (cities: { city: string; pm2_5: number | null }[]): string | null =>
    cities.filter(({ pm2_5 }) => pm2_5 !== null).sort((a, b) => a.pm2_5! - b.pm2_5!)[0]?.city ?? null,
  run: (pm2_5: number | null, limit: number): boolean | null => (pm2_5 === null ? null : pm2_5 <= limit),
  /** Last thing before an answer is sent. */
  finish: (body: any): any => body,
  statusOf: (error: unknown): number => (error instanceof Refusal ? error.status : 502),
  send: (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  },
};

export type Pieces = typeof pieces;
export type Route = (question: Question) => unknown;

export function routesWith(own: Partial<Pieces> = {}): Record<string, Route> {
  const use = { ...pieces, ...own };
  return {
    'GET /health': () => ({ ok: true }),
    'GET /air': async ({ query }) => {
      const city = use.required(query, 'city');
      return { city, ...(await use.hour(use.places(city))) };
    },
    'GET /compare': async ({ query }) => {
      const names = use.required(query, 'cities').split(',');
      const hours = await use.hours(names.map(use.places), use.hour);
      const cities = names.map((city, index) => ({ city, pm2_5: hours[index]!.pm2_5 }));
      return { cities, cleanest: use.cleanest([...cities]) };
    },
    'POST /run': async ({ text }) => {
      const { city, limit } = use.body(text);
      const { pm2_5 } = await use.hour(use.places(city));
      return { city, pm2_5, limit, run: use.run(pm2_5, limit) };
    },
  };
}

export function serverWith(own: Partial<Pieces> = {}, routes = routesWith(own)): Server {
  const use = { ...pieces, ...own };
  return createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
    try {
      const route = routes[`${request.method} ${pathname}`];
      if (route === undefined) throw new Refusal(404, 'no such path');
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      use.send(response, 200, use.finish(await route({ query: searchParams, text })));
    } catch (error) {
      use.send(response, use.statusOf(error), { error: error instanceof Error ? error.message : String(error) });
    }
  });
}
