// A model answer. Yours may look different: what counts is what a client sees, and how long it waits.

import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';

export interface Place {
  latitude: number;
  longitude: number;
}

/** A Map, not an object: an object knows names that nobody put in, such as `constructor`. */
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

interface OpenMeteo {
  hourly: { time: string[]; pm2_5: (number | null)[] };
  hourly_units: { pm2_5: string };
}

export async function lastHour({ latitude, longitude }: Place): Promise<Hour> {
  const query = `latitude=${latitude}&longitude=${longitude}&hourly=pm2_5&past_hours=1&forecast_hours=0`;
  const url = `https://air-quality-api.open-meteo.com/v1/air-quality?${query}`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`Open-Meteo says ${answer.status}`);
  const { hourly, hourly_units } = (await answer.json()) as OpenMeteo;
  return { time: `${hourly.time[0]}Z`, pm2_5: hourly.pm2_5[0] ?? null, unit: hourly_units.pm2_5 };
}

export interface AirQuestion {
  Querystring: { city: string };
}
export interface CompareQuestion {
  Querystring: { cities: string };
}
export interface RunQuestion {
  Body: { city: string; limit: number };
}

const text = { type: 'string' };
const limit = { type: 'number', exclusiveMinimum: 0, default: 15 };
const airSchema = { querystring: { type: 'object', properties: { city: text }, required: ['city'] } };
const compareSchema = { querystring: { type: 'object', properties: { cities: text }, required: ['cities'] } };
const runSchema = { body: { type: 'object', properties: { city: text, limit }, required: ['city'] } };

/**
 * The hours of these cities, asked for at once; undefined when a refusal was sent.
 * Looking at all names first spares Open-Meteo a question whose answer nobody gets.
 * Rejected: leaving the error to fastify. That says 500, "my program broke", and whoever reads it looks for a bug here
 * and not at the service behind it.
 */
async function hoursOf(names: string[], reply: FastifyReply): Promise<Hour[] | undefined> {
  const known = names.flatMap((name) => places.get(name) ?? []);
  if (known.length < names.length) {
    reply.code(404).send({ error: `no such city; these are served: ${[...places.keys()].join(', ')}` });
    return undefined;
  }
  try {
    return await Promise.all(known.map(lastHour));
  } catch (error) {
    reply
      .code(502)
      .send({ error: `no answer from Open-Meteo: ${error instanceof Error ? error.message : error}` });
    return undefined;
  }
}

/** Nothing lives outside the handlers but what never changes: two visitors at once cannot get in each other's way. */
export function makeServer(): FastifyInstance {
  const app = fastify();

  app.get('/health', async () => ({ ok: true }));

  app.get<AirQuestion>('/air', { schema: airSchema }, async ({ query: { city } }, reply) => {
    const [hour] = (await hoursOf([city], reply)) ?? [];
    return hour ? { city, ...hour } : reply;
  });

  app.get<CompareQuestion>('/compare', { schema: compareSchema }, async ({ query }, reply) => {
    const names = query.cities.split(',');
    const hours = await hoursOf(names, reply);
    if (hours === undefined) return reply;
    const cities = names.map((city, index) => ({ city, pm2_5: hours[index]?.pm2_5 ?? null }));
    const [cleanest] = cities
      .filter(({ pm2_5 }) => pm2_5 !== null)
      .sort((a, b) => Number(a.pm2_5) - Number(b.pm2_5));
    return { cities, cleanest: cleanest?.city ?? null };
  });

  // `null <= 15` is true in JavaScript: without the first test, children would run in air that nobody has measured.
  app.post<RunQuestion>('/run', { schema: runSchema }, async ({ body: { city, limit } }, reply) => {
    const [hour] = (await hoursOf([city], reply)) ?? [];
    if (hour === undefined) return reply;
    return { city, pm2_5: hour.pm2_5, limit, run: hour.pm2_5 === null ? null : hour.pm2_5 <= limit };
  });

  return app;
}
