import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Surroundings } from '../surroundings.ts';
import { createWindows } from '../window.ts';
import { TWO_PART_JOKES } from './jokes.ts';
import { createOfficialJokes } from './official-answers.ts';

interface Ask {
  readonly Params: { readonly what: string };
  readonly Querystring: { readonly seed?: string };
}

const HOUR_MS = 3_600_000;
const MOST_LIMITED_ADDRESSES = 500;
const TAGS = ['jokes'];
const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * The twin of official-joke-api: one noun in two shapes (an object, an array of one), and a 200 that is an English
 * sentence. `?seed=3` makes an answer repeatable; the real service ignores it.
 */
export async function officialJokes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  const jokes = createOfficialJokes(TWO_PART_JOKES);
  limitAddresses(app, surroundings);
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ type: 'error', message: error.message }),
  );
  const answer = ({ url, query }: FastifyRequest<Ask>, reply: FastifyReply): FastifyReply => {
    const path = url.slice(app.prefix.length).replace(/\?.*/, '');
    const { status, body } = jokes.answer(path, seedOf(query.seed));
    return reply
      .code(status)
      .type(typeof body === 'string' ? HTML : JSON_TYPE)
      .send(body);
  };
  for (const [path, summary] of ADDRESSES) app.get<Ask>(path, { schema: about(summary) }, answer);
}

const ADDRESSES = [
  ['/random_joke', 'A joke, as an object'],
  ['/jokes/random', 'The same as /random_joke'],
  ['/random_ten', 'Ten jokes'],
  ['/jokes/ten', 'Ten jokes'],
  ['/types', 'All types'],
  ['/ping', 'pong'],
  ['/jokes/random/:what', 'So many jokes'],
  ['/jokes/:what/random', 'A joke of a type, in an array of one'],
  ['/jokes/:what/ten', 'Up to ten jokes of a type'],
  ['/jokes/:what', 'One joke by its id'],
] as const;

/** Off at first. `PUT /jokes/limit/5` limits the address that asks to 5 an hour, `PUT /jokes/limit/0` ends it. */
function limitAddresses(app: FastifyInstance, { clockMs }: Surroundings): void {
  const limits = new Map<string, number>();
  const windows = createWindows();
  app.put<Ask>(
    '/limit/:what',
    { schema: about('Limits your own address to so many an hour; 0: no limit') },
    limit,
  );
  function limit({ params, ip }: FastifyRequest<Ask>, reply: FastifyReply): FastifyReply {
    const requests = /^\d{1,4}$/.test(params.what) ? Number(params.what) : Number.NaN;
    if (Number.isNaN(requests))
      return reply.code(400).send({ type: 'error', message: 'a limit is 0 to 9999' });
    windows.forget(ip);
    limits.delete(ip);
    if (requests > 0) limits.set(ip, requests);
    const [oldest] = limits.keys();
    if (limits.size > MOST_LIMITED_ADDRESSES && oldest !== undefined) limits.delete(oldest);
    return reply.send({ perHour: requests === 0 ? null : requests });
  }
  app.addHook('onRequest', async ({ ip, method }, reply) => {
    reply.header('access-control-allow-origin', '*');
    const requests = limits.get(ip);
    if (requests === undefined || method === 'PUT') return;
    if (windows.spend(ip, { requests, windowMs: HOUR_MS }, clockMs()).allowed) return;
    const message = `Your ip has exceeded the ${requests} request limit per 1 hour(s). Try again in in 1 hour(s)`;
    return reply.code(429).send({ type: 'error', message });
  });
}

function about(summary: string) {
  return { tags: TAGS, summary };
}

export function seedOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
