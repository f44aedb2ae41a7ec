import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CITIES, type City, cityNamed, readingOf } from '../reading.ts';
import type { Surroundings } from '../surroundings.ts';
import { createWindows, type Windows } from '../window.ts';
import { composite, type Part } from './composite.ts';
import { createKeys, type Keys, QUOTA } from './keys.ts';

interface ForCity {
  readonly Querystring: { readonly city?: string; readonly apikey?: string; readonly fail?: string };
}

const TAGS = ['doors'];
const CITY = { city: { type: 'string', enum: CITIES.map(({ id }) => id), default: 'roskilde' } };
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** The four kinds of access to one value: public, partner (key and quota), private (this machine and a token), composite. */
export async function doorsRoutes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  const { world } = surroundings;
  app.setValidatorCompiler(() => () => true);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-airlab-data', world().source.label);
  });
  app.get<ForCity>('/public/air', { schema: SCHEMAS.public }, (request, reply) => {
    reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=60');
    return withCity(request, reply, (city) => reply.send(readingOf(world(), city)));
  });
  partnerDoor(app, surroundings);
  privateDoor(app, surroundings);
  app.get<ForCity>('/composite', { schema: SCHEMAS.composite }, (request, reply) =>
    withCity(request, reply, async (city) => {
      const { status, body } = await composite(city, {
        base: `http://127.0.0.1:${request.socket.localPort}`,
        fetchUrl: surroundings.fetchUrl,
        failing: (request.query.fail ?? '').split(',').filter(isPart),
      });
      return reply.code(status).send(body);
    }),
  );
}

const SCHEMAS = {
  public: {
    tags: TAGS,
    summary: 'Public: anyone may ask',
    querystring: { type: 'object', properties: CITY },
  },
  key: { tags: TAGS, summary: 'A new key for the partner door, with its quota' },
  partner: {
    tags: TAGS,
    summary: 'Partner: X-Api-Key or ?apikey=; 401 without, 403 with a wrong one, 429 over the quota',
    querystring: { type: 'object', properties: { ...CITY, apikey: { type: 'string' } } },
  },
  token: { tags: TAGS, summary: 'A token for the private door; this machine only' },
  private: {
    tags: TAGS,
    summary: 'Private: this machine only, with Authorization: Bearer TOKEN',
    querystring: { type: 'object', properties: CITY },
  },
  composite: {
    tags: TAGS,
    summary: 'Composite: one call asks weather and air; ?fail=air shows half an answer',
    querystring: { type: 'object', properties: { ...CITY, fail: { type: 'string', example: 'air' } } },
  },
};

function partnerDoor(app: FastifyInstance, { world, clockMs, newToken }: Surroundings): void {
  const keys = createKeys(newToken);
  const windows = createWindows();
  app.post<{ Body: unknown }>('/partner/keys', { schema: SCHEMAS.key }, ({ body }, reply) => {
    const name = nameIn(body);
    return reply.code(201).send({ ...keys.give(name), header: 'X-Api-Key', per: 'minute' });
  });
  app.get<ForCity>('/partner/air', { schema: SCHEMAS.partner }, (request, reply) => {
    if (!isAdmitted({ keys, windows, nowMs: clockMs() }, request, reply)) return reply;
    return withCity(request, reply, (city) => reply.send(readingOf(world(), city)));
  });
}

interface Gate {
  readonly keys: Keys;
  readonly windows: Windows;
  readonly nowMs: number;
}

/** False when the refusal has been sent. */
function isAdmitted(
  { keys, windows, nowMs }: Gate,
  { headers, query }: FastifyRequest<ForCity>,
  reply: FastifyReply,
) {
  const given = headers['x-api-key'] ?? query.apikey;
  if (typeof given !== 'string' || given === '') {
    reply.code(401).header('www-authenticate', 'ApiKey realm="partner", header="X-Api-Key"');
    reply.send({ error: 'This door needs a key: send X-Api-Key. POST /doors/partner/keys gives you one.' });
    return false;
  }
  const key = keys.find(given);
  if (key === undefined) {
    reply.code(403).send({ error: 'This key is not known here.' });
    return false;
  }
  const { allowed, remaining, resetS } = windows.spend(key.key, { ...QUOTA, requests: key.quota }, nowMs);
  reply
    .header('ratelimit-limit', key.quota)
    .header('ratelimit-remaining', remaining)
    .header('ratelimit-reset', resetS);
  if (!allowed)
    reply
      .code(429)
      .header('retry-after', resetS)
      .send({ error: `The quota of ${key.quota} requests per minute is used up.` });
  return allowed;
}

function privateDoor(app: FastifyInstance, { world, newToken }: Surroundings): void {
  const tokens = new Set<string>();
  app.post('/private/tokens', { schema: SCHEMAS.token }, ({ ip }, reply) => {
    if (!LOOPBACK.test(ip)) return reply.code(403).send(OTHER_MACHINE);
    const token = newToken();
    tokens.add(token);
    const [oldest] = tokens;
    if (tokens.size > MOST_TOKENS && oldest !== undefined) tokens.delete(oldest);
    return reply.code(201).header('cache-control', 'no-store').send({ token, type: 'Bearer' });
  });
  app.get<ForCity>('/private/air', { schema: SCHEMAS.private }, (request, reply) => {
    if (!LOOPBACK.test(request.ip)) return reply.code(403).send(OTHER_MACHINE);
    const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined || !tokens.has(token)) {
      const why = token === undefined ? '' : ', error="invalid_token"';
      reply.code(401).header('www-authenticate', `Bearer realm="private"${why}`);
      return reply.send({
        error: 'This door needs Authorization: Bearer TOKEN. POST /doors/private/tokens gives you one.',
      });
    }
    return withCity(request, reply, (city) => reply.send(readingOf(world(), city)));
  });
}

const MOST_TOKENS = 100;
const OTHER_MACHINE = { error: 'This door opens for programs on the same machine only.' };

/** Calls back with the city that was asked for, or answers 404 with the ones that exist. */
function withCity<Value>(
  { query }: FastifyRequest<ForCity>,
  reply: FastifyReply,
  act: (city: City) => Value,
): Value | FastifyReply {
  const city = cityNamed(query.city ?? 'roskilde');
  if (city !== undefined) return act(city);
  return reply.code(404).send({ error: `No such city: ${query.city}.`, cities: CITIES.map(({ id }) => id) });
}

function isPart(text: string): text is Part {
  return text === 'weather' || text === 'air';
}

function nameIn(body: unknown): string {
  const name = typeof body === 'object' && body !== null && 'name' in body ? body.name : undefined;
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 40) : 'student';
}
