// Other schools ask you now: how is the air, and may we run outside? You answer with a server of your own.
// It says JSON only. When it cannot answer, a status tells whose trouble it is, with a reason: { error: 'no such city' }.
// makeServer makes the server; whoever starts it chooses the port. /health works already.
// Grade as often as you like:  grade exercise-serve

import fastify, { type FastifyInstance } from 'fastify';

export interface Place {
  latitude: number;
  longitude: number;
}

/** The cities that you serve; every other one is unknown. */
export const places = new Map<string, Place>([
  ['Roskilde', { latitude: 55.64152, longitude: 12.08035 }],
  ['Beijing', { latitude: 39.9075, longitude: 116.39723 }],
  ['Oslo', { latitude: 59.91273, longitude: 10.74609 }],
  ['Lima', { latitude: -12.04318, longitude: -77.02824 }],
]);

/** PM2.5 of one hour in UTC; null when nobody has measured it. */
export interface Hour {
  time: string;
  pm2_5: number | null;
  unit: string;
}

/** What Open-Meteo says, as far as it is needed here. */
interface OpenMeteo {
  hourly: { time: string[]; pm2_5: (number | null)[] };
  hourly_units: { pm2_5: string };
}

/** Given: asks Open-Meteo for the last full hour. A good answer can take 3 s; after 5 s it throws an Error. */
export async function lastHour({ latitude, longitude }: Place): Promise<Hour> {
  const query = `latitude=${latitude}&longitude=${longitude}&hourly=pm2_5&past_hours=1&forecast_hours=0`;
  const url = `https://air-quality-api.open-meteo.com/v1/air-quality?${query}`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`Open-Meteo says ${answer.status}`);
  const { hourly, hourly_units } = (await answer.json()) as OpenMeteo;
  return { time: `${hourly.time[0]}Z`, pm2_5: hourly.pm2_5[0] ?? null, unit: hourly_units.pm2_5 };
}

/** What can be asked: the types of `query` and `body` for app.get<AirQuestion>(…) and the others. */
export interface AirQuestion {
  Querystring: { city: string };
}
export interface CompareQuestion {
  Querystring: { cities: string };
}
export interface RunQuestion {
  Body: { city: string; limit: number };
}

export function makeServer(): FastifyInstance {
  const app = fastify();

  app.get('/health', async () => ({ ok: true }));

  // In all three parts: a city that you do not serve is 404, a question of the wrong form 400, and no good answer from
  // Open-Meteo 502. Each with a reason in JSON.

  // TODO part 1. GET /air?city=Roskilde
  // { city: 'Roskilde', time: '2026-11-24T08:00Z', pm2_5: 7.4, unit: 'μg/m³' }

  // TODO part 2. GET /compare?cities=Beijing,Roskilde        in this order, and all of them asked at once
  // { cities: [{ city: 'Beijing', pm2_5: 75.8 }, { city: 'Roskilde', pm2_5: 7.4 }], cleanest: 'Roskilde' }
  // A city without a value (null) is not the cleanest.

  // TODO part 3. POST /run with the body { city: 'Roskilde', limit: 15 }        limit: above 0, and 15 when left out
  // { city: 'Roskilde', pm2_5: 7.4, limit: 15, run: true }        pm2_5 ≤ limit: run. No value: run is null.

  return app;
}
