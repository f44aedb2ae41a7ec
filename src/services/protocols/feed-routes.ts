import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Surroundings } from '../surroundings.ts';
import { type Change, changeOf, changesAfter, play } from './feed.ts';
import { createFeeds, type StartedFeed } from './feeds.ts';
import { feedOf, isMistake } from './questions.ts';

interface ById {
  readonly Params: { readonly id: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

const TAGS = ['protocols'];
const BODY = {
  type: 'object',
  properties: {
    city: { type: 'string', example: 'roskilde' },
    changes: { type: 'integer', example: 10 },
    everyMs: { type: 'integer', example: 200 },
  },
};

/** One feed of changes in two ways: asked for again and again, or pushed as server-sent events. */
export async function feedRoutes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  const { clockMs, meter } = surroundings;
  const feeds = createFeeds();
  const started = ({ params }: FastifyRequest<ById>) => feeds.find(Number(params.id));
  app.post<{ Body: unknown }>(
    '/feeds',
    { schema: { ...about('Starts a feed: ten changes, one every 200 ms'), body: BODY } },
    ({ body }, reply) => {
      const feed = feedOf(typeof body === 'object' && body !== null ? body : {});
      if (isMistake(feed)) return reply.code(422).send({ error: feed.message });
      const { id, city, changes, everyMs } = feeds.start(feed, clockMs());
      const address = `/protocols/feeds/${id}`;
      const told = {
        id,
        city: city.id,
        changes,
        everyMs,
        latest: `${address}/latest`,
        events: `${address}/events`,
      };
      return reply.code(201).header('location', address).send(told);
    },
  );
  app.get<ById>(
    '/feeds/:id/latest',
    { schema: about('Polling: the newest change; 304 when it is known') },
    (request, reply) => {
      meter.http('polling', request.raw, reply.raw);
      const feed = started(request);
      return feed === undefined ? noFeed(reply) : sendLatest(request, reply, feed, surroundings);
    },
  );
  app.get<ById>(
    '/feeds/:id/events',
    { schema: about('Push: server-sent events; Last-Event-ID continues') },
    (request, reply) => {
      meter.http('sse', request.raw, reply.raw);
      const feed = started(request);
      return feed === undefined ? noFeed(reply) : pushChanges(request, reply, feed, surroundings);
    },
  );
  app.get<ById>(
    '/events',
    { schema: about('Push: a feed of its own, ?city=&changes=&everyMs=') },
    (request, reply) => {
      meter.http('sse', request.raw, reply.raw);
      const feed = feedOf(request.query);
      if (isMistake(feed)) return reply.code(422).send({ error: feed.message });
      return pushChanges(request, reply, { ...feed, id: 0, startMs: clockMs() }, surroundings);
    },
  );
}

function sendLatest(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  feed: StartedFeed,
  { clockMs, world }: Surroundings,
): FastifyReply {
  const n = changesAfter(feed, clockMs() - feed.startMs);
  const tag = `"${feed.id}-${n}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache');
  if (headers['if-none-match'] === tag) return reply.code(304).send();
  const change: Change | null = n === 0 ? null : changeOf(world(), feed, n);
  return reply.send({ n, change, done: n === feed.changes });
}

function pushChanges(
  request: FastifyRequest,
  reply: FastifyReply,
  feed: StartedFeed,
  { clockMs, meter, streams, world }: Surroundings,
): FastifyReply {
  const known = Number(request.headers['last-event-id'] ?? 0);
  const stream = streams.open(request, reply);
  const stop = play(
    feed,
    { ageMs: clockMs() - feed.startMs },
    {
      after: Number.isInteger(known) && known > 0 ? known : 0,
      change: (n) => {
        meter.pushed('sse');
        stream.send({ event: 'change', id: String(n), data: changeOf(world(), feed, n) });
      },
      end: () => {
        stream.send({ event: 'end', data: { changes: feed.changes } });
        stream.end();
      },
    },
  );
  reply.raw.on('close', stop);
  return reply;
}

function noFeed(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: 'There is no such feed: POST /protocols/feeds starts one.' });
}

function about(summary: string) {
  return { tags: TAGS, summary };
}
