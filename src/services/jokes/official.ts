import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Surroundings } from '../surroundings.ts';
import { createWindows } from '../window.ts';
import { createDeck } from './deck.ts';
import { JOKE_TYPES, TWO_PART_JOKES } from './jokes.ts';

interface Ask {
  readonly Params: { readonly what: string };
  readonly Querystring: { readonly seed?: string };
}

const HOUR_MS = 3_600_000;
const MOST_LIMITED_ADDRESSES = 500;
const TAGS = ['jokes'];
const HTML = 'text/html; charset=utf-8';

/**
 * The twin of official-joke-api: one noun in two shapes (an object, an array of one), and a 200 that is an English
 * sentence. `?seed=3` makes an answer repeatable; the real service ignores it.
 */
export async function officialJokes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  const all = createDeck(TWO_PART_JOKES);
  const byType = new Map<string, ReturnType<typeof createDeck<(typeof TWO_PART_JOKES)[number]>>>(
    JOKE_TYPES.map((type) => [type, createDeck(TWO_PART_JOKES.filter((joke) => joke.type === type))]),
  );
  limitAddresses(app, surroundings);
  app.setErrorHandler((error: FastifyError, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ type: 'error', message: error.message }),
  );

  const one = ({ query }: FastifyRequest<Ask>) => all.draw(1, seedOf(query.seed))[0];
  const ten = ({ query }: FastifyRequest<Ask>) => all.draw(10, seedOf(query.seed));
  app.get<Ask>('/random_joke', { schema: about('A joke, as an object') }, one);
  app.get<Ask>('/jokes/random', { schema: about('The same as /random_joke') }, one);
  app.get<Ask>('/random_ten', { schema: about('Ten jokes') }, ten);
  app.get<Ask>('/jokes/ten', { schema: about('Ten jokes') }, ten);
  app.get('/types', { schema: about('All types') }, () => JOKE_TYPES);
  app.get('/ping', { schema: about('pong') }, (_request, reply) => reply.type(HTML).send('pong'));
  app.get<Ask>('/jokes/random/:what', { schema: about('So many jokes') }, ({ params, query }, reply) => {
    const count = Number.parseInt(params.what, 10);
    if (!count) return reply.type(HTML).send('The passed path is not a number.');
    if (count > TWO_PART_JOKES.length)
      return reply.type(HTML).send(`The passed path exceeds the number of jokes (${TWO_PART_JOKES.length}).`);
    return all.draw(Math.max(0, count), seedOf(query.seed));
  });
  const ofType =
    (count: number) =>
    ({ params, query }: FastifyRequest<Ask>) =>
      byType.get(params.what)?.draw(count, seedOf(query.seed)) ?? [];
  app.get<Ask>('/jokes/:what/random', { schema: about('A joke of a type, in an array of one') }, ofType(1));
  app.get<Ask>('/jokes/:what/ten', { schema: about('Up to ten jokes of a type') }, ofType(10));
  app.get<Ask>('/jokes/:what', { schema: about('One joke by its id') }, ({ params }, reply) => {
    const joke = TWO_PART_JOKES.find(({ id }) => id === Number(params.what));
    return joke ?? reply.code(404).send({ type: 'error', message: 'joke not found' });
  });
}

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
