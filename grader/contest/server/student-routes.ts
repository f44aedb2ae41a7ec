import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Exercise } from '../../exercise.ts';
import { isInTime } from '../clock.ts';
import { MISTAKE_NAMES } from '../mistake-names.ts';
import type { Invitation, MistakeNames, Task } from '../pages/contract.ts';
import { join, resume } from '../store/people.ts';
import { acceptSubmission, keepChecked, LARGEST_SOURCE } from '../store/submissions.ts';
import type { Viewer } from '../viewer.ts';
import { COOKIE, TOKEN_COOKIE } from './access.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './problems.ts';
import { mayJoin, maySubmit } from './rules.ts';

const LIMITS = { gapMs: 10_000, most: 30 };
/** JSON around the largest source, with all its characters escaped. */
const CHECK_BYTES = 2 * LARGEST_SOURCE + 10_000;

const joinSchema = {
  body: {
    type: 'object',
    required: ['nick'],
    additionalProperties: false,
    properties: {
      nick: { type: 'string', minLength: 1, maxLength: 100 },
      pin: { type: 'string', minLength: 1, maxLength: 20 },
    },
  },
} as const;

const submitSchema = {
  querystring: {
    type: 'object',
    required: ['id', 'kind'],
    properties: {
      id: { type: 'string', minLength: 8, maxLength: 64, pattern: '^[\\w-]+$' },
      kind: { enum: ['ts', 'ipynb'] },
      via: { enum: ['cli', 'notebook', 'page', 'rehearsal'], default: 'page' },
      queuedMs: { type: 'string', pattern: '^[0-9]{1,15}$' },
    },
  },
} as const;

const checkSchema = {
  body: {
    type: 'object',
    required: ['source', 'kind', 'points', 'mistakes'],
    additionalProperties: false,
    properties: {
      source: { type: 'string', maxLength: LARGEST_SOURCE },
      kind: { enum: ['ts', 'ipynb'] },
      points: { type: 'number', minimum: 0, maximum: 100 },
      mistakes: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 60 } },
    },
  },
} as const;

/** A class behind one address joins at once; a PIN is not to be guessed. */
const joinRate = {
  hook: 'preHandler',
  keyGenerator: (request: FastifyRequest) => `${hasPin(request) ? 'pin' : 'join'} ${request.ip}`,
  max: (request: FastifyRequest) => (hasPin(request) ? 10 : 300),
} as const;

const hasPin = ({ body }: FastifyRequest): boolean =>
  typeof body === 'object' && body !== null && 'pin' in body;

interface JoinBody {
  readonly nick: string;
  readonly pin?: string;
}

interface SubmitQuery {
  readonly id: string;
  readonly kind: 'ts' | 'ipynb';
  readonly via: 'cli' | 'notebook' | 'page' | 'rehearsal';
  readonly queuedMs?: string;
}

interface CheckBody {
  readonly source: string;
  readonly kind: 'ts' | 'ipynb';
  readonly points: number;
  readonly mistakes: readonly string[];
}

/** What students do: join, look, take the data, check, submit. */
export async function studentRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  const { host, access, data, streams } = parts;
  app.get('/api/time', async () => ({ nowMs: host.nowMs }));
  app.get('/api/join', async (): Promise<Invitation> => {
    const { code, joinUrls, upstream } = parts.about;
    return { code, urls: joinUrls, data: upstream.label };
  });
  app.get('/api/task', async () => taskOf(parts));
  app.get('/api/mistakes', async (): Promise<MistakeNames> => MISTAKE_NAMES);
  app.get('/api/contest', async (request) => host.view(await viewerOf(parts, request)));
  app.get('/api/events', async (request, reply) => {
    const viewer = await viewerOf(parts, request);
    streams.add(reply, () => parts.host.told(viewer));
  });
  app.get('/api/snapshot', async (request) => {
    await access.member(request);
    return data.snapshot;
  });
  app.post<{ Body: JoinBody }>(
    '/api/join',
    { schema: joinSchema, config: { rateLimit: joinRate } },
    (request, reply) => enter(parts, request, reply),
  );
  app.post<{ Querystring: SubmitQuery; Body: string }>(
    '/api/submissions',
    { schema: submitSchema, bodyLimit: LARGEST_SOURCE + 1 },
    async (request, reply) => reply.code(202).send(await submit(parts, request)),
  );
  app.post<{ Body: CheckBody }>(
    '/api/checks',
    { schema: checkSchema, bodyLimit: CHECK_BYTES },
    async (request, reply) => {
      const { person } = await access.member(request);
      const { kind, source, points, mistakes } = request.body;
      await keepChecked(parts.database, data.contest, { person, kind: `.${kind}`, source, points, mistakes });
      return reply.code(204).send();
    },
  );
}

function taskOf({ exercise, starters }: Parts): Task {
  const sum = (trials: Exercise['trials']): number =>
    trials.flatMap(({ points }) => Object.values(points)).reduce((all, points) => all + points, 0);
  const { name, title, parts, trials } = exercise;
  return {
    exercise: name,
    title,
    starter: { ts: starters['.ts'] ?? '' },
    parts: parts.map(({ id, title: text }) => ({ id, title: text })),
    trials: trials.map(({ id, title: text, tier }) => ({ id, title: text, tier })),
    points: { visible: sum(trials.filter(({ tier }) => tier === 'visible')), all: sum(trials) },
  };
}

/** A person sees the own view; everyone else the public one. */
async function viewerOf({ access }: Parts, request: FastifyRequest): Promise<Viewer> {
  const member = await access.memberOf(request);
  return member ? { kind: 'person', person: member.person } : { kind: 'public' };
}

/** Joins, comes back with the token that the browser or program has, or with the PIN. */
async function enter(
  { access, database, data, host, exercise }: Parts,
  request: FastifyRequest<{ Body: JoinBody }>,
  reply: FastifyReply,
): Promise<object> {
  const { nick, pin } = request.body;
  const known = await access.memberOf(request);
  if (!known && pin === undefined) mayJoin(host.contest, host.nowMs);
  const token = known ? access.tokenOf(request) : undefined;
  const pass =
    pin === undefined
      ? await join(database, data.contest, { nick, token })
      : await resume(database, data.contest, { nick, pin });
  await host.refresh();
  reply.setCookie(TOKEN_COOKIE, pass.token, COOKIE);
  const { minutes } = host.contest.settings;
  return {
    person: pass.person,
    nick: pass.nick,
    token: pass.token,
    contest: { exercise: exercise.name, minutes },
  };
}

async function submit(
  { access, queue, data, host }: Parts,
  request: FastifyRequest<{ Querystring: SubmitQuery; Body: string }>,
): Promise<object> {
  const { person } = await access.member(request);
  const { receivedMs } = request;
  maySubmit(host.contest, receivedMs);
  if (typeof request.body !== 'string' || request.body.trim() === '')
    throw new Refusal(400, 'EMPTY', 'There is nothing in this submission.', {
      hint: 'Send the text of your file.',
    });
  const { id: key, kind, via, queuedMs } = request.query;
  const accepted = await acceptSubmission(queue, data.contest, {
    ...{ person, key, via, receivedMs, source: request.body, limits: LIMITS },
    kind: `.${kind}`,
    ...(queuedMs === undefined ? {} : { queuedMs: Number(queuedMs) }),
  });
  await host.refresh();
  const pace = host.contest.people.get(person);
  const isLate = pace !== undefined && !isInTime(host.contest, accepted.receivedMs, pace);
  return { ...accepted, state: isLate ? 'late' : 'waiting' };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** When its first byte came, by the clock of the database. */
    receivedMs: number;
  }
}
