import net from 'node:net';
import { closed } from './lock.ts';
import type { VirtualSocket } from './sockets.ts';

const FIRST_PORT = 49_152;
const LAST_PORT = 65_535;
/** As a system's limit of open files: nobody needs so many. */
const MOST_SERVERS = 100;
/** Names of this computer, as clients write them. */
const HERE = ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '[::]'];

/** A server of the answer's that is open for visitors. */
export interface Listening {
  readonly port: number;
  /** The port that the answer asked for; 0 when any would do. */
  readonly wanted: number;
  /** Brings one end of a connection to the server. */
  readonly receive: (socket: VirtualSocket) => void;
}

/**
 * Servers that listen without a network: a port is a number in this list, and connections are pairs of virtual sockets.
 * `listen` stands in the place of `net.Server.prototype.listen`, so `http`, fastify and all that build on it work. A
 * path, a descriptor or a handle would lead out of the process: they stay closed.
 */
export class Listeners {
  readonly #open = new Map<number, Listening>();
  readonly #sockets = new Set<VirtualSocket>();
  readonly #of = new WeakMap<net.Server, Listening>();
  #mayListen = false;
  /** Counts on from server to server, so that a port that was kept in mind leads to nobody else. */
  #lastPort = FIRST_PORT - 1;

  /** Those that listen now, the oldest first. */
  get all(): readonly Listening[] {
    return [...this.#open.values()];
  }

  /** Where a server listens, or has listened until nobody was to be reached any more. */
  of(server: net.Server): Listening | undefined {
    return server.listening ? this.#of.get(server) : undefined;
  }

  /** The answer's own server at a URL such as `http://127.0.0.1:49152/pm25`, as text or as `URL`. */
  at(url: unknown): Listening | undefined {
    if (this.#open.size === 0) return undefined;
    const text = String(url);
    if (!URL.canParse(text)) return undefined;
    const { protocol, hostname, port } = new URL(text);
    return protocol === 'http:' && HERE.includes(hostname) ? this.#open.get(Number(port || 80)) : undefined;
  }

  /** Nobody is reached any more by what listened before; only an answer that is to be visited may listen. */
  begin(mayListen: boolean): void {
    this.#mayListen = mayListen;
    this.forget();
  }

  /** Nobody is reached any more by what listened before. */
  forget(): void {
    this.#open.clear();
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  /** As a method of a server: its `this` is the server. */
  get listen(): (...args: unknown[]) => net.Server {
    const open = (server: net.Server, options: Options): void => {
      if (!this.#mayListen) refuse();
      this.#listen(server, options);
    };
    return function listen(this: unknown, ...args: unknown[]): net.Server {
      if (!(this instanceof net.Server)) throw new TypeError('listen is a method of a server');
      const { options, done } = readArguments(args);
      if (this.listening)
        throw coded('ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once.');
      if (done) this.once('listening', done);
      open(this, options);
      return this;
    };
  }

  #listen(server: net.Server, { port: wanted, host, signal }: Options): void {
    const port = wanted === 0 ? this.#freePort() : wanted;
    if (this.#open.size >= MOST_SERVERS || this.#open.has(port)) {
      const code = this.#open.has(port) ? 'EADDRINUSE' : 'EMFILE';
      process.nextTick(() => server.emit('error', coded(code, `listen ${code}: ${host}:${port}`)));
      return;
    }
    const listening = { port, wanted, receive: (socket: VirtualSocket) => this.#receive(server, socket) };
    this.#open.set(port, listening);
    this.#of.set(server, listening);
    const close = (): void => {
      if (this.#open.get(port) === listening) this.#open.delete(port);
    };
    const handle = handleOf(host, port, close);
    // Where Node keeps what it opened: `listening`, `address`, `close`, `ref` and `unref` go by it.
    Reflect.set(server, '_handle', handle);
    process.nextTick(() => {
      if (Reflect.get(server, '_handle') === handle) server.emit('listening');
    });
    signal?.addEventListener('abort', () => void server.close(), { once: true });
  }

  #receive(server: net.Server, socket: VirtualSocket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    server.emit('connection', socket);
  }

  #freePort(): number {
    do this.#lastPort = this.#lastPort < LAST_PORT ? this.#lastPort + 1 : FIRST_PORT;
    while (this.#open.has(this.#lastPort));
    return this.#lastPort;
  }
}

const refuse = closed('net.Server.listen', 'an answer asks, it does not serve');

interface Options {
  readonly port: number;
  readonly host: string;
  readonly signal?: AbortSignal;
}

/** The forms of `server.listen`: (port?, host?, backlog?, done?) and ({ port, host, signal }, done?). */
function readArguments(args: readonly unknown[]): { options: Options; done?: () => void } {
  const last = args.at(-1);
  const done = typeof last === 'function' ? { done: () => void Reflect.apply(last, undefined, []) } : {};
  const [first, second] = args;
  if (typeof first === 'object' && first !== null) {
    const { host, port, signal, ...others }: Record<string, unknown> = { ...first };
    for (const way of ['path', 'fd', 'handle', '_handle'])
      if (others[way] !== undefined && others[way] !== null) closed(`Listening on a ${way}`, ONLY_PORTS)();
    const until = signal instanceof AbortSignal ? { signal } : {};
    return { options: { port: portOf(port), host: hostOf(host), ...until }, ...done };
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) closed('Listening on a path', ONLY_PORTS)();
  return { options: { port: portOf(first), host: hostOf(second) }, ...done };
}

const ONLY_PORTS = 'listen on a port, for example { port: 0 }';

const hostOf = (host: unknown): string => (typeof host === 'string' && host !== '' ? host : '::');

function portOf(given: unknown): number {
  if (given === undefined || given === null || typeof given === 'function') return 0;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= LAST_PORT) return port;
  throw coded('ERR_SOCKET_BAD_PORT', `options.port should be >= 0 and < 65536. Received ${String(given)}.`);
}

/** What Node asks of an open handle. */
function handleOf(host: string, port: number, close: () => void): object {
  const address = host === 'localhost' ? '127.0.0.1' : host;
  return {
    getsockname: (out: object): number => {
      Object.assign(out, { address, family: address.includes(':') ? 'IPv6' : 'IPv4', port });
      return 0;
    },
    close,
    ref: () => {},
    unref: () => {},
    hasRef: () => false,
  };
}

const coded = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code, syscall: 'listen' });
