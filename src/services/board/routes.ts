import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Board, createBoard, type Draft, type Outcome } from './board.ts';
import { fieldProblems } from './field-problems.ts';
import { createOnce, type Once } from './once.ts';
import { etagOf, names, preconditionOf } from './preconditions.ts';
import { SCHEMAS } from './schemas.ts';

interface ById {
  readonly Params: { readonly id: string };
}
interface WithDraft {
  readonly Body: Draft;
}
interface WithPart extends ById {
  readonly Body: Partial<Draft>;
}

const LIST = '/notices';
const ONE = '/notices/:id';

/** A notice board on which writing is safe: real state, all verbs, and the status codes that belong to them. */
export async function boardRoutes(app: FastifyInstance): Promise<void> {
  const board = createBoard();
  const once = createOnce<Outcome>();
  onlyJson(app);
  app.setErrorHandler(answerBadBody);

  app.get<{ Querystring: { author?: string } }>(LIST, { schema: SCHEMAS.list }, ({ query }) =>
    board.list().filter(({ author }) => query.author === undefined || author === query.author),
  );
  app.post<WithDraft>(LIST, { schema: SCHEMAS.add }, (request, reply) => {
    const outcome = addOnce(board, once, request);
    return outcome === undefined ? reply.code(422).send(OTHER_BODY) : answer(reply, outcome);
  });
  app.get<ById>(ONE, { schema: SCHEMAS.read }, (request, reply) => read(board, request, reply));
  app.put<ById & WithDraft>(ONE, { schema: SCHEMAS.put }, ({ params, body, headers }, reply) => {
    const id = idOf(params.id);
    if (id === undefined) return answer(reply, { kind: 'missing' });
    return answer(reply, board.put(id, body, preconditionOf(headers)));
  });
  app.patch<WithPart>(ONE, { schema: SCHEMAS.change }, ({ params, body, headers }, reply) =>
    answer(reply, board.change(idOf(params.id) ?? 0, body, preconditionOf(headers))),
  );
  app.delete<ById>(ONE, { schema: SCHEMAS.remove }, ({ params, headers }, reply) =>
    answer(reply, board.remove(idOf(params.id) ?? 0, preconditionOf(headers))),
  );
  app.post('/reset', { schema: SCHEMAS.reset }, () => {
    board.reset();
    once.clear();
    return board.list();
  });
  refuseOtherMethods(app, LIST, ['GET', 'HEAD', 'POST', 'OPTIONS']);
  refuseOtherMethods(app, ONE, ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
  refuseOtherMethods(app, '/reset', ['POST', 'OPTIONS']);
}

const OTHER_BODY = {
  error: 'This Idempotency-Key came with another body before. Use a new key for a new notice.',
};

/** Undefined when the key was used for another notice. */
function addOnce(
  board: Board,
  once: Once<Outcome>,
  { body, headers }: FastifyRequest<WithDraft>,
): Outcome | undefined {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string') return board.add(body);
  const before = once.find(key, body);
  if (before?.kind === 'other') return undefined;
  if (before?.kind === 'kept') return before.value;
  const outcome = board.add(body);
  if (outcome.kind === 'created') once.keep(key, body, outcome);
  return outcome;
}

function read(board: Board, { params, headers }: FastifyRequest<ById>, reply: FastifyReply): FastifyReply {
  const notice = board.get(idOf(params.id) ?? 0);
  if (notice === undefined) return answer(reply, { kind: 'missing' });
  reply.header('etag', etagOf(notice)).header('cache-control', 'no-cache');
  const known = headers['if-none-match'];
  if (known !== undefined && names(known, notice, 'weak')) return reply.code(304).send();
  return reply.send(notice);
}

/** Each outcome has one status. */
function answer(reply: FastifyReply, outcome: Outcome): FastifyReply {
  switch (outcome.kind) {
    case 'created':
      return reply
        .code(201)
        .header('location', `/board/notices/${outcome.notice.id}`)
        .header('etag', etagOf(outcome.notice))
        .send(outcome.notice);
    case 'changed':
      return reply.header('etag', etagOf(outcome.notice)).send(outcome.notice);
    case 'removed':
      return reply.code(204).send();
    case 'missing':
      return reply.code(404).send({ error: 'There is no such notice.' });
    case 'locked':
      return reply.code(409).send({ error: `Notice ${outcome.notice.id} is locked: it can be read only.` });
    case 'full':
      return reply.code(409).send({ error: 'The board is full. Remove a notice, or POST /board/reset.' });
    case 'stale':
      if (outcome.notice !== undefined) reply.header('etag', etagOf(outcome.notice));
      return reply
        .code(412)
        .send({ error: 'The notice has changed since you read it. Read it again, then decide.' });
  }
}

/** Whole positive numbers only; anything else names no notice. */
function idOf(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function onlyJson(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser(
    'application/merge-patch+json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );
}

const ALL_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof ALL_METHODS)[number];

/** 405 with Allow for verbs that an address does not have, 204 with Allow for OPTIONS. */
function refuseOtherMethods(app: FastifyInstance, url: string, allowed: readonly Method[]): void {
  const allow = allowed.join(', ');
  app.options(url, { schema: { hide: true } }, (_request, reply) =>
    reply.code(204).header('allow', allow).send(),
  );
  app.route({
    method: ALL_METHODS.filter((method) => !allowed.includes(method)),
    url,
    schema: { hide: true },
    handler: ({ method }, reply) =>
      reply
        .code(405)
        .header('allow', allow)
        .send({ error: `${method} is not possible here. Possible: ${allow}.` }),
  });
}

function answerBadBody(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.validation !== undefined) {
    const fields = fieldProblems(error.validation);
    return reply.code(422).send({ error: `${fields.length} field(s) cannot be accepted.`, fields });
  }
  const status = error.statusCode ?? 500;
  const accept = { 'accept-post': 'application/json', 'accept-patch': 'application/json' };
  if (status === 415) reply.headers(accept);
  return reply.code(status).send({ error: status < 500 ? error.message : 'Internal Server Error' });
}
