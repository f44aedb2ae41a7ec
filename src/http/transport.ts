import type { Dispatcher } from 'undici';
import type { CacheUse } from './exchange.ts';
import { createLimiter, type Limiter } from './limit.ts';
import { type NetworkRequest, queued } from './queue.ts';
import type { Outgoing } from './request.ts';

/** The answer as it came over the wire: not decompressed, not judged. */
export interface Incoming {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly cache: CacheUse;
  /** The last request that reached the network; undefined when the cache answered all. */
  readonly sent: NetworkRequest | undefined;
  /** All addresses asked, when the server sent us elsewhere. */
  readonly redirects: readonly string[];
}

export interface SendOptions {
  readonly signal: AbortSignal;
  readonly useCache: boolean;
  readonly redirects: number;
  /** Called when the request leaves the queue of its host. */
  readonly onSent: () => void;
}

/** The connection ended before the body did. */
export class BodyCutError extends Error {
  override readonly name = 'BodyCutError';
  readonly code = 'BODY_CUT';
  constructor(cause: unknown) {
    super('the connection ended in the middle of the answer', { cause });
  }
}

/** Carries one request to the network and its answer back, once. */
export interface Transport {
  send(request: Outgoing, options: SendOptions): Promise<Incoming>;
  /** Forgets a kept answer that turned out to be broken. */
  forget(request: Outgoing): Promise<void>;
  close(): Promise<void>;
}

export interface TransportOptions {
  /** Requests at once to one host. */
  readonly perHost: number;
  readonly connectTimeoutMs: number;
  readonly maxBytes: number;
  /** For the proxy of the network: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Instead of a connection of our own: a MockAgent, a SnapshotAgent, a ProxyAgent of undici. */
  readonly dispatcher?: Dispatcher | undefined;
}

const CACHE_BYTES = 32 * 1024 * 1024;

/** undici costs more to load than all else together, so it is loaded with the first request. */
export function createTransport(options: TransportOptions): Transport {
  const state: { parts?: Promise<Parts> } = {};
  const limiter = createLimiter(options.perHost);
  const parts = (): Promise<Parts> => {
    state.parts ??= loadParts(options);
    return state.parts;
  };
  return {
    send: async (request, sendOptions) => {
      const loaded = await parts();
      return orAborted(sendOptions.signal, sendOnce(request, { ...sendOptions, ...loaded, limiter }));
    },
    async forget({ method, url }) {
      const { store } = await parts();
      store.delete({ method, origin: url.origin, path: `${url.pathname}${url.search}` });
    },
    async close() {
      if (!options.dispatcher) await (await state.parts)?.agent.destroy();
    },
  };
}

type Undici = typeof import('undici');

interface Parts {
  readonly undici: Undici;
  readonly agent: Dispatcher;
  readonly store: InstanceType<Undici['cacheStores']['MemoryCacheStore']>;
  readonly cache: Dispatcher.DispatcherComposeInterceptor;
}

async function loadParts(options: TransportOptions): Promise<Parts> {
  const undici = await import('undici');
  const store = new undici.cacheStores.MemoryCacheStore({ maxSize: CACHE_BYTES });
  return {
    undici,
    store,
    // A notebook belongs to one person, so what is marked `private` may be kept.
    cache: undici.interceptors.cache({ store, type: 'private' }),
    agent: options.dispatcher ?? connections(undici, options),
  };
}

function connections({ Agent, EnvHttpProxyAgent }: Undici, options: TransportOptions): Dispatcher {
  const { env, perHost, maxBytes, connectTimeoutMs } = options;
  const settings = {
    connections: perHost,
    maxResponseSize: maxBytes,
    connect: { timeout: connectTimeoutMs },
    // The time limit of a try covers both, and is exact where these are not.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  const httpProxy = env.http_proxy || env.HTTP_PROXY;
  const httpsProxy = env.https_proxy || env.HTTPS_PROXY || httpProxy;
  if (!httpsProxy) return new Agent(settings);
  // The classroom API is on this computer; no proxy can reach it.
  const noProxy = [env.no_proxy ?? env.NO_PROXY, 'localhost', '127.0.0.1', '[::1]'].filter(Boolean).join(',');
  return new EnvHttpProxyAgent({ ...settings, httpsProxy, noProxy, ...(httpProxy ? { httpProxy } : {}) });
}

async function sendOnce(
  request: Outgoing,
  { undici, agent, cache, limiter, ...options }: SendOptions & Parts & { limiter: Limiter },
): Promise<Incoming> {
  const asked: NetworkRequest[] = [];
  // Outermost last: redirects, then for each address the cache, then the queue of its host.
  const dispatcher = agent.compose([
    queued({ limiter, asked, signal: options.signal, onSent: options.onSent, origin: request.url.origin }),
    ...(options.useCache ? [cache] : []),
    undici.interceptors.redirect({ maxRedirections: options.redirects }),
  ]);
  const response = await undici.request(request.url, {
    dispatcher,
    method: request.method,
    headers: request.headers,
    signal: options.signal,
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const bytes = await response.body.arrayBuffer().catch((cause) => {
    throw options.signal.aborted || cause instanceof undici.errors.ResponseExceededMaxSizeError
      ? cause
      : new BodyCutError(cause);
  });
  const way = historyOf(response.context);
  const use = cacheUse(asked, way.at(-1) ?? request.url.href, response);
  // undici marks what the server has just confirmed as stale.
  const { warning, ...headers } = response.headers;
  return {
    status: response.statusCode,
    statusText: response.statusText,
    headers: joined(warning && use !== 'revalidated' ? { ...headers, warning } : headers),
    bytes: new Uint8Array(bytes),
    cache: use,
    sent: asked.at(-1),
    redirects: way.length > 1 ? way : [],
  };
}

function cacheUse(asked: readonly NetworkRequest[], url: string, answer: Dispatcher.ResponseData): CacheUse {
  const last = asked.filter((request) => request.url === url).at(-1);
  if (last?.status === answer.statusCode) return 'none';
  if (last?.status === 304) return 'revalidated';
  return last || String(answer.headers.warning).startsWith('110') ? 'stale' : 'fresh';
}

/** undici tells the way of a request in its context, which is there only when redirects are followed. */
function historyOf(context: object | undefined): readonly string[] {
  const history: unknown = context && 'history' in context ? context.history : [];
  return Array.isArray(history) ? history.map(String) : [];
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  return Object.fromEntries(entries);
}

/** undici notices a signal only when the request leaves the queue. */
function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
