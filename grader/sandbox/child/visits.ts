import { type IncomingMessage, request as send } from 'node:http';
import { Server } from 'node:net';
import type { Ask, Reply, Served, Wave } from '../../exercise.ts';
import type { VirtualClock } from './clock.ts';
import type { Listeners, Listening } from './listeners.ts';
import { VirtualSocket } from './sockets.ts';

// Taken now: an answer that replaces it would not hear its visitors.
const request = send;

/** Longer than any sensible time limit of the server's own, in ms of the virtual clock. */
const PATIENCE_MS = 20_000;
const LARGEST_BODY = 100_000;

/**
 * The visitors of a server that an answer made: they start it in memory, ask it real HTTP, together or one after the
 * other, and write down what it says and how long it takes on the virtual clock.
 */
export class Visits {
  readonly #clock: VirtualClock;
  readonly #listeners: Listeners;

  constructor(clock: VirtualClock, listeners: Listeners) {
    this.#clock = clock;
    this.#listeners = listeners;
  }

  /**
   * Starts `app` and asks it. A server that is silent once is asked no more: its visitors leave.
   *
   * @throws what `listen` of the server throws.
   */
  async to(app: unknown, waves: readonly Wave[]): Promise<Served> {
    try {
      const place = await this.#start(app);
      if ('problem' in place) return place;
      const replies: Reply[] = [];
      for (const { pauseMs = 0, asks } of waves) {
        if (replies.some(({ kind }) => kind === 'silent')) break;
        if (pauseMs > 0) await new Promise<void>((go) => void this.#clock.add(pauseMs, go));
        replies.push(...(await Promise.all(asks.map((ask) => this.#ask(place, ask)))));
      }
      return { replies };
    } finally {
      this.#listeners.forget();
    }
  }

  async #start(app: unknown): Promise<Listening | Extract<Served, { problem: string }>> {
    const server = serverOf(app);
    const own = server && this.#listeners.of(server);
    if (own) return own.wanted === 0 ? own : { problem: 'own port', port: own.wanted };
    const listen = fieldOf(app, 'listen');
    if (typeof listen !== 'function') return { problem: 'no server', given: app };
    const before = this.#listeners.all;
    await Reflect.apply(listen, app, [{ port: 0, host: '127.0.0.1' }]);
    const started = this.#listeners.all.find((one) => !before.includes(one));
    return started ?? { problem: 'no server', given: app };
  }

  #ask({ port, receive }: Listening, { method, path, headers = {}, body }: Ask): Promise<Reply> {
    const startMs = this.#clock.nowMs;
    return new Promise((settle) => {
      const { client, service } = VirtualSocket.pair(this.#clock, `http://127.0.0.1:${port}`);
      const asked = request({
        ...{ method, path, host: '127.0.0.1', port },
        createConnection: () => client,
        headers: {
          accept: '*/*',
          ...headers,
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
      });
      const end = (reply: Reply): void => {
        this.#clock.remove(patience);
        settle(reply);
        asked.destroy();
        client.destroy();
      };
      const patience = this.#clock.add(PATIENCE_MS, () => end({ kind: 'silent' }));
      const tookMs = (): number => this.#clock.nowMs - startMs;
      asked.on('error', ({ message }) => end({ kind: 'broken', why: message }));
      asked.on('response', (response) => read(response, tookMs).then(end));
      setImmediate(() => receive(service));
      asked.end(body);
    });
  }
}

/** The server of `node:net` or `node:http` that it is, or that fastify has inside. */
function serverOf(app: unknown): Server | undefined {
  const inner = app instanceof Server ? app : fieldOf(app, 'server');
  return inner instanceof Server ? inner : undefined;
}

const fieldOf = (value: unknown, name: string): unknown =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'
    ? Reflect.get(value, name)
    : undefined;

/** All that comes of one answer. */
async function read(response: IncomingMessage, tookMs: () => number): Promise<Reply> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > LARGEST_BODY) return { kind: 'broken', why: `more than ${LARGEST_BODY / 1000} kB` };
    }
  } catch {
    return { kind: 'broken', why: 'the answer ends in the middle' };
  }
  const type = response.headers['content-type'] ?? '';
  return {
    kind: 'answer',
    status: response.statusCode ?? 0,
    type,
    body: Buffer.concat(chunks).toString(),
    tookMs: tookMs(),
  };
}
