import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { ContestEvent } from '../../../contest/event.ts';
import { fold } from '../../../contest/fold.ts';
import { MISTAKE_NAMES } from '../../../contest/mistake-names.ts';
import type { ConsoleView, MistakeNames, Task } from '../../../contest/pages/contract.ts';
import { PAGE_POLICY, pageRoutes } from '../../../contest/pages/pages.ts';
import { moves } from '../../../contest/regrade.ts';
import { room } from '../../../contest/room.ts';
import { type Action, eventOf } from '../../../contest/server/actions.ts';
import { view } from '../../../contest/view.ts';
import type { Viewer } from '../../../contest/viewer.ts';
import { entriesOf, type Told } from './story.ts';

export const TASK: Task = {
  exercise: 'exercise-pm25',
  title: 'PM2.5 in Roskilde and Beijing',
  starter: {
    ts: [
      '// The school in Roskilde asks: may the children run outside today?',
      '// https://air-quality-api.open-meteo.com/v1/air-quality?latitude=55.64&longitude=12.08&hourly=pm2_5',
      'export const hourlyPm25 = async () => [];',
      '',
    ].join('\n'),
  },
  parts: [
    { id: 'hourly', title: 'The last 72 full hours' },
    { id: 'compare', title: 'The comparison' },
    { id: 'show', title: 'The same for people' },
  ],
  trials: [
    { id: 'as-is', title: 'the data as it is', tier: 'visible' },
    { id: 'values', title: 'changed values', tier: 'hidden' },
    { id: 'nulls', title: 'hours without a value', tier: 'hidden' },
    { id: '429', title: 'too many requests (429)', tier: 'robust' },
  ],
  points: { visible: 30, all: 100 },
};
const QR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" shape-rendering="crispEdges"><rect width="9" height="9" fill="#fff"/><path d="M1 1h3v3h-3zM5 1h3v3h-3zM1 5h3v3h-3zM5 5h1v1h-1zM7 6h1v2h-1z"/></svg>`;

export const SECRET = 'open-sesame';

/** What reached the server. */
export interface Heard {
  readonly actions: Action[];
  readonly submissions: { person: string; source: string; query: Record<string, string> }[];
  readonly checks: unknown[];
}

/** Answers as the contest's server does, from a story of events that tests may go on with. No database, no judge. */
export class FakeServer {
  readonly heard: Heard = { actions: [], submissions: [], checks: [] };
  /** Ms that the server's clock is ahead of the machine's. */
  aheadMs = 0;
  task = TASK;
  names: MistakeNames = MISTAKE_NAMES;
  /** Overrides of what only a server knows. */
  about: Partial<ConsoleView> = {};
  /** What the next submissions are refused with. */
  refusals: { status: number; code: string; retryAfterS?: number }[] = [];
  readonly #told: Told[];
  readonly #app: FastifyInstance;
  readonly #streams = new Map<FastifyReply['raw'], () => unknown>();
  #isDown = false;
  #port = 0;

  private constructor(told: readonly Told[]) {
    this.#told = [...told];
    this.#app = Fastify({ forceCloseConnections: true });
  }

  static readonly #running = new Set<FakeServer>();

  /** A failed test leaves its server running. */
  static async stopAll(): Promise<void> {
    for (const server of FakeServer.#running) await server.stop();
  }

  static async start(told: readonly Told[]): Promise<FakeServer> {
    const server = new FakeServer(told);
    server.#routes();
    await server.#app.listen({ host: '127.0.0.1', port: 0 });
    FakeServer.#running.add(server);
    // Border: a server that listens on a port has an address with one.
    server.#port = (server.#app.server.address() as AddressInfo).port;
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get nowMs(): number {
    return Date.now() + this.aheadMs;
  }

  /** Something happens, and everybody sees it. */
  tell(...events: readonly ContestEvent[]): void {
    for (const event of events) this.#told.push([this.nowMs, event]);
    for (const [raw, look] of this.#streams) raw.write(`event: view\ndata: ${JSON.stringify(look())}\n\n`);
  }

  /** Another story from here on, on the same clock. */
  become(told: readonly Told[]): void {
    this.#told.splice(0, this.#told.length, ...told);
    this.tell();
  }

  /** Time passes at once: pages see it when they come back. */
  jump(ms: number): void {
    this.aheadMs += ms;
    this.cut(true);
    this.cut(false);
  }

  /** The link goes down for everyone, or comes back. */
  cut(isDown: boolean): void {
    this.#isDown = isDown;
    for (const raw of this.#streams.keys()) raw.destroy();
    this.#streams.clear();
  }

  async stop(): Promise<void> {
    FakeServer.#running.delete(this);
    this.cut(true);
    await this.#app.close();
  }

  #view(viewer: Viewer) {
    return view(fold(entriesOf(this.#told)), { asOfMs: this.nowMs, viewer });
  }

  #consoleView(): ConsoleView {
    const contest = fold(entriesOf(this.#told));
    return {
      ...this.#view({ kind: 'instructor' }),
      room: room(contest),
      code: 'R2M0-2H80',
      joinUrls: ['http://192.168.1.20:8790', 'http://10.0.0.7:8790'],
      workers: [
        { name: 'laptop-1', state: 'grading', graded: 31 },
        { name: 'laptop-2', state: 'idle', graded: 28 },
      ],
      sandbox: { layers: ['bubblewrap', 'prlimit', 'node permissions', 'network lock', 'watchdog'] },
      upstream: { label: 'simulated air (not Open-Meteo), seed 1' },
      regrades: [...contest.regrades].map(([regrade, { atMs, state, results }]) => ({
        regrade,
        atMs,
        state,
        moves: moves(contest, results),
      })),
      ...this.about,
    };
  }

  #routes(): void {
    const app = this.#app;
    app.addHook('onRequest', (request, reply, done) => {
      if (!this.#isDown) return done();
      reply.hijack();
      request.raw.socket.destroy();
    });
    app.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', PAGE_POLICY).header('x-content-type-options', 'nosniff');
    });
    app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    for (const { path, file, type } of pageRoutes())
      app.get(path, (_request, reply) => reply.type(type).send(readFileSync(file)));
    app.get('/assets/join.svg', (_request, reply) => reply.type('image/svg+xml').send(QR));
    app.get('/api/time', async () => ({ nowMs: this.nowMs }));
    app.get('/api/task', async () => this.task);
    app.get('/api/mistakes', async () => this.names);
    app.get('/api/join', async () => {
      const { code, joinUrls, upstream } = this.#consoleView();
      return { code, urls: joinUrls, data: upstream.label };
    });
    this.#students();
    this.#console();
  }

  #students(): void {
    const app = this.#app;
    const viewerOf = (cookie: string | undefined): Viewer => {
      const person = /person=(\w+)/.exec(cookie ?? '')?.[1];
      return person === undefined ? { kind: 'public' } : { kind: 'person', person };
    };
    app.get('/api/contest', async ({ headers }) => this.#view(viewerOf(headers.cookie)));
    app.get('/api/events', ({ headers }, reply) => {
      this.#stream(reply, () => this.#view(viewerOf(headers.cookie)));
    });
    app.post<{ Body: { nick: string; pin?: string } }>('/api/join', async ({ body }, reply) => {
      const known = [...fold(entriesOf(this.#told)).people.values()].find(({ nick }) => nick === body.nick);
      if (known && body.pin === undefined)
        return reply.code(409).send(problem('NICK_TAKEN', 'Somebody is called that already.'));
      if (known && body.pin !== '1234')
        return reply.code(403).send(problem('WRONG_PIN', 'This nickname and PIN do not belong together.'));
      const person = known?.id ?? `n${this.#told.length}`;
      if (!known) this.tell({ type: 'joined', person, nick: body.nick });
      return reply
        .header('set-cookie', `person=${person}; HttpOnly; SameSite=Strict; Path=/`)
        .send({ person, nick: body.nick, token: 'unused' });
    });
    app.post('/api/checks', async ({ headers, body }, reply) => {
      this.heard.checks.push(body);
      const viewer = viewerOf(headers.cookie);
      if (viewer.kind === 'person')
        this.tell({ type: 'checked', person: viewer.person, sha256: '', points: 0, mistakes: [] });
      return reply.code(204).send();
    });
    app.post<{ Querystring: Record<string, string>; Body: string }>(
      '/api/submissions',
      async ({ headers, query, body }, reply) => {
        const refusal = this.refusals.shift();
        if (refusal) {
          if (refusal.retryAfterS !== undefined) reply.header('retry-after', refusal.retryAfterS);
          return reply.code(refusal.status).send(problem(refusal.code, `Refused: ${refusal.code}.`));
        }
        const viewer = viewerOf(headers.cookie);
        if (viewer.kind !== 'person') return reply.code(401).send(problem('NOT_JOINED', 'Join first.'));
        const { person } = viewer;
        const id = query.id ?? '';
        // As the contest's server does: a browser sends a request again when its connection was cut.
        const isKnown = this.heard.submissions.some((known) => known.query.id === id);
        if (isKnown)
          return reply.code(202).send({ submission: id, receivedMs: this.nowMs, state: 'waiting' });
        this.heard.submissions.push({ person, source: body, query });
        const queuedMs = query.queuedMs === undefined ? {} : { queuedMs: Number(query.queuedMs) };
        const receivedMs = this.nowMs;
        this.tell({
          type: 'submitted',
          person,
          submission: id,
          sha256: '',
          receivedMs,
          via: 'page',
          ...queuedMs,
        });
        return reply.code(202).send({ submission: id, receivedMs, state: 'waiting' });
      },
    );
  }

  #console(): void {
    const app = this.#app;
    const isOpen = (cookie: string | undefined): boolean => /console=yes/.test(cookie ?? '');
    app.post<{ Body: { secret: string } }>('/api/console/session', async ({ body }, reply) => {
      if (body.secret !== SECRET)
        return reply.code(401).send(problem('NOT_INSTRUCTOR', 'This is not the secret.'));
      return reply.header('set-cookie', 'console=yes; HttpOnly; SameSite=Strict; Path=/').code(204).send();
    });
    app.get('/api/console', async ({ headers }, reply) =>
      isOpen(headers.cookie)
        ? this.#consoleView()
        : reply.code(401).send(problem('NOT_INSTRUCTOR', 'The console needs its secret.')),
    );
    app.get('/api/console/events', ({ headers }, reply) => {
      if (isOpen(headers.cookie)) this.#stream(reply, () => this.#consoleView());
      else void reply.code(401).send(problem('NOT_INSTRUCTOR', 'The console needs its secret.'));
    });
    app.post<{ Body: Action }>('/api/console/do', async ({ body }, reply) => {
      this.heard.actions.push(body);
      const { person = '', nick = '' } = body;
      const event = eventOf(body, fold(entriesOf(this.#told)), this.nowMs);
      if (event) this.tell(event);
      else if (body.action === 'kick') this.tell({ type: 'kicked', person });
      else if (body.action === 'rename') this.tell({ type: 'renamed', person, nick });
      return reply.code(204).send();
    });
    app.get('/api/console/export/:kind', async (_request, reply) =>
      reply.type('text/csv').send('nick,points\n'),
    );
  }

  #stream(reply: FastifyReply, look: () => unknown): void {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write(`event: view\ndata: ${JSON.stringify(look())}\n\n`);
    this.#streams.set(reply.raw, look);
    reply.raw.on('close', () => this.#streams.delete(reply.raw));
  }
}

const problem = (code: string, message: string) => ({
  error: { code, message, hint: 'Ask the instructor.' },
});
