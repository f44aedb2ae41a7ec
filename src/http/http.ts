import { networkInterfaces } from 'node:os';
import type { Dispatcher } from 'undici';
import type { Answer } from './answer.ts';
import { ACCEPTED_ENCODINGS } from './body.ts';
import { pause } from './pause.ts';
import { type Method, outgoing, type RequestOptions } from './request.ts';
import { settle } from './settle.ts';
import { createTransport } from './transport.ts';
import { askUntilAnswered, type Tools } from './tries.ts';

/** A client for HTTP. `http` is the one that is ready; `createHttp` makes another. */
export interface Http {
  /** Asks for what is at `url`. */
  get(url: string | URL, options?: RequestOptions): Promise<Answer>;
  /** Like `get`, but only status and headers come back. */
  head(url: string | URL, options?: RequestOptions): Promise<Answer>;
  /** Sends something to be worked on. Never repeated, because it may act twice. */
  post(url: string | URL, options?: RequestOptions): Promise<Answer>;
  /** Puts something in the place of what is at `url`. */
  put(url: string | URL, options?: RequestOptions): Promise<Answer>;
  /** Changes a part of what is at `url`. Never repeated, because it may act twice. */
  patch(url: string | URL, options?: RequestOptions): Promise<Answer>;
  /** Removes what is at `url`. */
  delete(url: string | URL, options?: RequestOptions): Promise<Answer>;
  /** Any of the methods above, by name. */
  request(method: Method, url: string | URL, options?: RequestOptions): Promise<Answer>;
  /** Closes all connections. Not needed at the end of a program or notebook. */
  close(): Promise<void>;
}

/** How a client behaves, and what it is made of: all of it can be replaced, for tests. */
export interface HttpOptions {
  /**
   * Sent with each request.
   * @default { accept: 'application/json, *\/*;q=0.5', 'user-agent': 'airlab' }
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Milliseconds for each try.
   * @default 10_000
   */
  readonly timeoutMs?: number;
  /**
   * Tries after the first one.
   * @default 3
   */
  readonly retries?: number;
  /**
   * Longest pause before another try. A server that asks for more (Retry-After) is not asked again.
   * @default 30_000
   */
  readonly maxWaitMs?: number;
  /**
   * Requests at once to one host; the others wait in a queue.
   * @default 4
   */
  readonly perHost?: number;
  /**
   * Whether answers are kept as far as the server allows (RFC 9111).
   * @default true
   */
  readonly cache?: boolean;
  /**
   * How often to follow when the server sends us elsewhere.
   * @default 5
   */
  readonly redirects?: number;
  /**
   * Largest body, in bytes, before and after decompression.
   * @default 50 MB
   */
  readonly maxBytes?: number;
  /** Connections instead of our own, for example undici's `MockAgent`. */
  readonly dispatcher?: Dispatcher;
  /**
   * Names the proxy of the network: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`.
   * @default process.env
   */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. The cache looks at `Date.now()` itself. */
  readonly now?: () => number;
  /** Waits, and ends early with the signal's reason. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** Whether this computer has a network at all; decides the words when a name is not found. */
  readonly isOnline?: () => boolean;
}

const HEADERS = { accept: 'application/json, */*;q=0.5', 'user-agent': 'airlab' };

/**
 * Makes a client of its own.
 *
 * @example
 * const patient = createHttp({ timeoutMs: 60_000, retries: 5, headers: { authorization: `Bearer ${token}` } })
 * const answer = await patient.get('https://api.example.com/v1/readings')
 */
export function createHttp(options: HttpOptions = {}): Http {
  const settings = { timeoutMs: 10_000, retries: 3, redirects: 5, cache: true, ...options };
  const tools: Tools = {
    now: () => Date.now(),
    sleep: pause,
    random: Math.random,
    isOnline: hasNetwork,
    maxWaitMs: 30_000,
    maxBytes: MAX_BYTES,
    ...options,
    transport: createTransport({
      perHost: options.perHost ?? 4,
      connectTimeoutMs: settings.timeoutMs,
      maxBytes: options.maxBytes ?? MAX_BYTES,
      dispatcher: options.dispatcher,
      env: options.env ?? process.env,
    }),
  };
  const headers = { ...HEADERS, 'accept-encoding': ACCEPTED_ENCODINGS, ...options.headers };
  const request: Http['request'] = async (method, url, own = {}) => {
    const outcome = await askUntilAnswered(
      outgoing(method, url, { options: own, headers }),
      { ...settings, ...own },
      tools,
    );
    return settle(outcome, { ...settings, ...own, nowMs: tools.now() });
  };
  return {
    request,
    get: (url, own) => request('GET', url, own),
    head: (url, own) => request('HEAD', url, own),
    post: (url, own) => request('POST', url, own),
    put: (url, own) => request('PUT', url, own),
    patch: (url, own) => request('PATCH', url, own),
    delete: (url, own) => request('DELETE', url, own),
    close: () => tools.transport.close(),
  };
}

const MAX_BYTES = 50 * 1024 * 1024;

/**
 * A polite client for HTTP: a few requests at once to a host, tries again what passes by itself, keeps answers as long
 * as the server allows, follows redirects, and throws errors that say whose trouble it is and what to do next.
 *
 * @example
 * const answer = await http.get('https://air-quality-api.open-meteo.com/v1/air-quality', {
 *   query: { latitude: 55.64, longitude: 12.08, hourly: 'pm2_5' },
 * })
 * answer.status  //=> 200
 * answer.json()  //=> { latitude: 55.6, longitude: 12.100002, … }
 */
export const http: Http = createHttp();

function hasNetwork(): boolean {
  try {
    return Object.values(networkInterfaces()).some((list) => list?.some((address) => !address.internal));
  } catch {
    return true; // not allowed to look
  }
}
