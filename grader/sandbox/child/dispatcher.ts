import { STATUS_CODES } from 'node:http';
import type { Answered, Exchange, Exchanges } from './exchanges.ts';

/** On a network each arrival is a turn of the event loop of its own, and callers count on that. */
const arrive = setImmediate;

/** What Node's `fetch` asks of a dispatcher. */
interface Dispatch {
  readonly origin: string | URL;
  readonly path: string;
  readonly method: string;
  readonly headers?: unknown;
  readonly body?: unknown;
}

/** How undici 8 hears of an answer. */
interface Handler {
  readonly onRequestStart: (controller: Controller, context: object) => void;
  readonly onResponseStarted?: () => void;
  readonly onResponseStart: (
    controller: Controller,
    status: number,
    headers: Answered['headers'],
    text: string,
  ) => void;
  readonly onResponseData: (controller: Controller, chunk: Buffer) => void;
  readonly onResponseEnd: (controller: Controller, trailers: object) => void;
  readonly onResponseError: (controller: Controller, error: unknown) => void;
}

/** How undici 6 and 7 hear of it. */
interface OldHandler {
  readonly onConnect: (abort: (reason?: unknown) => void) => void;
  readonly onResponseStarted?: () => void;
  readonly onHeaders: (status: number, headers: Buffer[], resume: () => void, text: string) => unknown;
  readonly onData: (chunk: Buffer) => unknown;
  readonly onComplete: (trailers: Buffer[]) => void;
  readonly onError: (error: unknown) => void;
}

interface Controller {
  readonly aborted: boolean;
  readonly paused: boolean;
  readonly reason: unknown;
  readonly rawHeaders: readonly Buffer[];
  readonly abort: (reason?: unknown) => void;
  readonly pause: () => void;
  readonly resume: () => void;
}

/**
 * The shortest way from Node's own `fetch` to the upstream: what a connection would carry is handed over as it is,
 * without sockets, HTTP text and a parser for it, which take most of the time of a run. All that `fetch` does itself
 * stays its own: redirects, time limits, compression, bodies. A dispatcher of the answer's own goes by the sockets.
 */
export class Dispatcher {
  readonly #exchanges: Exchanges;

  constructor(exchanges: Exchanges) {
    this.#exchanges = exchanges;
  }

  dispatch(options: Dispatch, handler: Handler | OldHandler): boolean {
    const delivery = new Delivery(options, 'onRequestStart' in handler ? handler : renewed(handler));
    delivery.begin(this.#exchanges);
    return true;
  }

  async close(): Promise<void> {}
  async destroy(): Promise<void> {}
}

/** One request on its way, and its answer on the way back. It ends once. */
class Delivery implements Controller {
  aborted = false;
  paused = false;
  reason: unknown;
  rawHeaders: Buffer[] = [];
  readonly #options: Dispatch;
  readonly #handler: Handler;
  #isOver = false;
  #exchange: Exchange | undefined;

  constructor(options: Dispatch, handler: Handler) {
    this.#options = options;
    this.#handler = handler;
  }

  begin(exchanges: Exchanges): void {
    const { round } = exchanges;
    this.#handler.onRequestStart(this, {});
    if (this.#isOver) return;
    written(this.#options.body).then(
      (body) => arrive(() => exchanges.round === round && this.#send(exchanges, body)),
      (error) => this.#fail(error),
    );
  }

  #send(exchanges: Exchanges, body: string): void {
    if (this.#isOver) return;
    this.#exchange = exchanges.open(asked(this.#options, body), (answered) =>
      arrive(() => this.#receive(answered)),
    );
  }

  #receive({ status, headers, bytes, isWhole }: Answered): void {
    if (this.#isOver) return;
    const handler = this.#handler;
    this.rawHeaders = raw(headers);
    handler.onResponseStarted?.();
    handler.onResponseStart(this, status, headers, STATUS_CODES[status] ?? '');
    const hasBody = this.#options.method !== 'HEAD' && status !== 204 && status !== 304;
    if (hasBody && bytes.length > 0) handler.onResponseData(this, bytes);
    if (!hasBody || isWhole) this.#end(() => handler.onResponseEnd(this, {}));
    else arrive(() => this.#fail(coded('SocketError', 'UND_ERR_SOCKET', 'other side closed')));
  }

  readonly abort = (reason?: unknown): void => {
    if (this.#isOver) return;
    this.aborted = true;
    this.reason = reason;
    this.#fail(reason ?? coded('AbortError', 'UND_ERR_ABORTED', 'Request aborted'));
  };

  /** A body comes in one piece, so there is nothing to hold back. */
  readonly pause = (): void => {};
  readonly resume = (): void => {};

  #fail(error: unknown): void {
    this.#end(() => this.#handler.onResponseError(this, error));
  }

  #end(tell: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#exchange?.close();
    tell();
  }
}

function renewed(old: OldHandler): Handler {
  return {
    onRequestStart: (controller) => old.onConnect(controller.abort),
    onResponseStarted: () => old.onResponseStarted?.(),
    onResponseStart: ({ rawHeaders, resume }, status, _headers, text) =>
      void old.onHeaders(status, [...rawHeaders], resume, text),
    onResponseData: (_controller, chunk) => void old.onData(chunk),
    onResponseEnd: () => old.onComplete([]),
    onResponseError: (_controller, error) => old.onError(error),
  };
}

function asked({ method, origin, path, headers }: Dispatch, body: string) {
  const { host } = new URL(origin);
  const given = Object.entries(isRecord(headers) ? headers : {});
  const told = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), `${value}`]));
  const isChunked = body !== '' && !('content-length' in told);
  return {
    method,
    origin: `${origin}`,
    url: path,
    headers: {
      host,
      connection: 'keep-alive',
      ...told,
      ...(isChunked ? { 'transfer-encoding': 'chunked' } : {}),
    },
    body,
  };
}

/** What `fetch` wants to send: nothing, bytes, or chunks of them. */
async function written(body: unknown): Promise<string> {
  if (body === null || body === undefined) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString();
  const chunks: Uint8Array[] = [];
  if (isChunks(body)) for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

const isChunks = (body: unknown): body is AsyncIterable<Uint8Array> =>
  isRecord(body) && Symbol.asyncIterator in body;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const raw = (headers: Answered['headers']): Buffer[] =>
  Object.entries(headers).flatMap(([name, value]) => [Buffer.from(name), Buffer.from(`${value}`, 'latin1')]);

const coded = (name: string, code: string, message: string): Error =>
  Object.assign(new Error(message), { name, code });
