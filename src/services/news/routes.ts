import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EventStreams } from '../event-stream.ts';
import type { Surroundings } from '../surroundings.ts';
import { itemOf, type ListName, listOf, newestId } from './items.ts';
import { newsSearch } from './search.ts';

interface Ask {
  readonly Params: { readonly what: string };
  readonly Querystring: { readonly print?: string; readonly everyMs?: string };
}

const TAGS = ['news'];
const LISTS: readonly ListName[] = ['top', 'new', 'best', 'ask', 'show', 'job'];
const FORMS = ['application/json', 'text/event-stream'];
const USUAL_EVERY_MS = 2_000;
const KEEP_ALIVE_MS = 30_000;

/**
 * The twin of Hacker News: a list of ids, one item per call, and the same address as a stream of changes when
 * `Accept: text/event-stream` asks for it. `?everyMs=200` sets the pace; the real service ignores it.
 */
export async function newsRoutes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  app.setValidatorCompiler(() => () => true);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*').header('vary', 'Accept');
  });
  for (const name of LISTS)
    app.get<Ask>(
      `/v0/${name}stories.json`,
      { schema: about(`Ids of the ${name} stories; or a stream of them`) },
      (request, reply) =>
        sendOrStream(surroundings.streams, { request, reply, value: (turn) => rotated(listOf(name), turn) }),
    );
  app.get<Ask>('/v0/maxitem.json', { schema: about('The newest id') }, (request, reply) =>
    send(request, reply, newestId()),
  );
  app.get<Ask>(
    '/v0/item/:what.json',
    { schema: about('One item; null when there is none') },
    (request, reply) => {
      // Firebase answers null with 200 for what does not exist.
      const item = itemOf(Number(request.params.what)) ?? null;
      return sendOrStream(surroundings.streams, { request, reply, value: () => item });
    },
  );
  await app.register(newsSearch);
}

interface Streamed {
  readonly request: FastifyRequest<Ask>;
  readonly reply: FastifyReply;
  /** What it is at the start (0) and after so many changes. */
  readonly value: (turn: number) => unknown;
}

function sendOrStream(streams: EventStreams, { request, reply, value }: Streamed): FastifyReply {
  if (request.accepts().type(FORMS) !== 'text/event-stream') return send(request, reply, value(0));
  const stream = streams.open(request, reply);
  const turns = { count: 0 };
  stream.send({ event: 'put', data: { path: '/', data: value(0) } });
  stream.every(paceOf(request.query.everyMs), () => {
    turns.count += 1;
    if (value(turns.count) !== value(0))
      stream.send({ event: 'put', data: { path: '/', data: value(turns.count) } });
  });
  stream.every(KEEP_ALIVE_MS, () => stream.send({ event: 'keep-alive', data: null }));
  return reply;
}

/** `?print=pretty` is for people. */
function send({ query }: FastifyRequest<Ask>, reply: FastifyReply, value: unknown): FastifyReply {
  const text = query.print === 'pretty' ? JSON.stringify(value, undefined, 2) : JSON.stringify(value);
  return reply.type('application/json; charset=utf-8').send(text);
}

/** On the front page the first story of the turn before drops to the end. */
function rotated(ids: readonly number[], turn: number): readonly number[] {
  const from = turn % Math.max(1, ids.length);
  return [...ids.slice(from), ...ids.slice(0, from)];
}

function paceOf(text: string | undefined): number {
  const ms = Number(text);
  return ms >= 10 && ms <= 60_000 ? ms : USUAL_EVERY_MS;
}

function about(summary: string) {
  return { tags: TAGS, summary };
}
