import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Surroundings } from '../surroundings.ts';
import { createWindows } from '../window.ts';
import {
  type ApiRefusal,
  apiBody,
  apiJokesOf,
  createJokeApi,
  refusalBody,
  textOf,
} from './joke-api-answers.ts';
import { SINGLE_JOKES, TWO_PART_JOKES } from './jokes.ts';
import { seedOf } from './official.ts';

interface Ask {
  readonly Params: { readonly categories: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

const LIMIT = { requests: 120, windowMs: 60_000 } as const;

/** The twin of JokeAPI v2: a tagged union, RateLimit headers, errors with a code. */
export async function jokeApi(app: FastifyInstance, { clockMs, world }: Surroundings): Promise<void> {
  const windows = createWindows();
  const api = createJokeApi(apiJokesOf(TWO_PART_JOKES, SINGLE_JOKES));
  const refuse = (reply: FastifyReply, refusal: ApiRefusal): FastifyReply =>
    reply.code(refusal.status).send(refusalBody(refusal, world().nowMs));
  app.addHook('onRequest', async (request, reply) => {
    const { allowed, remaining, resetS } = windows.spend(request.ip, LIMIT, clockMs());
    reply.headers({
      'access-control-allow-origin': '*',
      'ratelimit-limit': LIMIT.requests,
      'ratelimit-remaining': remaining,
      'ratelimit-reset': resetS,
      'retry-after': resetS,
    });
    if (allowed) return;
    const why = `You have sent more than ${LIMIT.requests} requests in a minute`;
    return refuse(reply, { status: 429, code: 101, message: 'Too many requests', why });
  });
  app.get<Ask>('/joke/:categories', { schema: SCHEMA }, ({ params, query }, reply) => {
    const told = api.answer({ categories: params.categories, query, seed: seedOf(query.seed) });
    if ('why' in told) return refuse(reply, told);
    if (query.format !== 'txt') return reply.send(apiBody(told));
    return reply.type('text/plain; charset=utf-8').send(told.jokes.map(textOf).join('\n\n---\n\n'));
  });
}

const SCHEMA = {
  tags: ['jokes'],
  summary: 'JokeAPI v2: type says whether it has joke, or setup and delivery',
  querystring: {
    type: 'object',
    properties: {
      type: { type: 'string', enum: ['single', 'twopart'] },
      'safe-mode': { type: 'string' },
      contains: { type: 'string' },
      amount: { type: 'string' },
      format: { type: 'string', enum: ['json', 'txt'] },
    },
  },
};
