import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CITIES, cityNamed, readingOf } from '../reading.ts';
import type { Surroundings } from '../surroundings.ts';
import { DEEDS, parseScript } from './deeds.ts';
import { perform } from './perform.ts';
import { createSessions, type Sessions } from './sessions.ts';

interface Rude {
  readonly Params: { readonly session: string; readonly path: string };
  readonly Querystring: { readonly script?: string; readonly city?: string };
}

const NAME = /^[A-Za-z0-9._-]{1,60}$/;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** A server that misbehaves on a script, and tells afterwards which requests it saw and when. */
export async function rudeRoutes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  const sessions = createSessions();
  app.get('/', { schema: { tags: ['rude'], summary: 'What a script may say' } }, () => ({
    use: '/rude/YOUR-NAME/air?script=429,503,ok',
    words: DEEDS,
  }));
  app.get<Rude>('/:session/log', { schema: SCHEMAS.log }, ({ params }) => sessions.log(params.session));
  app.delete<Rude>('/:session', { schema: SCHEMAS.forget }, ({ params }, reply) => {
    sessions.forget(params.session);
    return reply.code(204).send();
  });
  app.route<Rude>({
    method: [...METHODS],
    url: '/:session/moved/:path',
    schema: SCHEMAS.moved,
    handler: (request, reply) => {
      sessions.note(request.params.session, { ...askedOf(request, surroundings), script: '' }, 'moved');
      return reply.send(readingFor(request, surroundings));
    },
  });
  app.route<Rude>({
    method: [...METHODS],
    url: '/:session/:path',
    schema: SCHEMAS.play,
    handler: (request, reply) => play({ sessions, surroundings }, request, reply),
  });
}

const SESSION = {
  session: { type: 'string', description: 'Any name: each has its own place in its script' },
};
const SCRIPT = { type: 'string', description: 'Words with commas: 429,503,hang,ok. GET /rude lists them.' };
const QUERY = { type: 'object', properties: { script: SCRIPT, city: { type: 'string' } } };
const SCHEMAS = {
  log: { tags: ['rude'], summary: 'The requests of a session, their times, and how many came too early' },
  forget: { tags: ['rude'], summary: 'Forgets a session' },
  moved: { tags: ['rude'], summary: 'Where 301 leads: always answers' },
  play: {
    tags: ['rude'],
    summary: 'Plays the next word of the script; ok when it is over',
    params: { type: 'object', properties: { ...SESSION, path: { type: 'string' } } },
    querystring: QUERY,
  },
};

interface Theatre {
  readonly sessions: Sessions;
  readonly surroundings: Surroundings;
}

function play(
  { sessions, surroundings }: Theatre,
  request: FastifyRequest<Rude>,
  reply: FastifyReply,
): FastifyReply {
  const { session, path } = request.params;
  const { script = 'ok' } = request.query;
  if (!NAME.test(session) || !NAME.test(path))
    return reply
      .code(400)
      .send({ error: 'A session and a path are letters, digits, dot, dash and underscore, up to 60.' });
  const parsed = parseScript(script);
  if ('unknown' in parsed)
    return reply
      .code(400)
      .send({ error: `The script does not know: ${parsed.unknown.join(', ')}.`, words: DEEDS });
  const reading = readingFor(request, surroundings);
  const deed = sessions.play(session, askedOf(request, surroundings));
  const { nowMs, source } = surroundings.world();
  reply.hijack();
  perform(deed, {
    request: request.raw,
    response: reply.raw,
    reading,
    movedTo: `/rude/${session}/moved/${path}`,
    // A client reads a date by its own clock, not by the world's.
    nowMs: surroundings.wallMs(),
    headers: { 'x-airlab-data': source.label, 'x-airlab-now': new Date(nowMs).toISOString() },
  });
  return reply;
}

function askedOf({ method, params, query }: FastifyRequest<Rude>, { clockMs }: Surroundings) {
  return { method, path: params.path, script: query.script ?? 'ok', nowMs: clockMs() };
}

/** A city that nobody knows is not the rudeness that is trained here: it gets the first one. */
function readingFor({ query }: FastifyRequest<Rude>, { world }: Surroundings) {
  const city = cityNamed(query.city ?? '') ?? CITIES[0];
  return city === undefined ? null : readingOf(world(), city);
}
