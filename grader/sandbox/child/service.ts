import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Reply } from '../messages.ts';
import { VirtualSocket } from './sockets.ts';

const ONLY_HTTP = 'Only HTTP/1.1 is spoken while grading: use fetch, undici, node:http or node:https';
const LONGEST_BODY = 1_000_000;

/** A request as the parent is told about it. */
export interface Asked {
  readonly method: string;
  readonly origin: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request without an answer yet. */
export interface Pending {
  readonly index: number;
  readonly sinceMs: number;
}

export interface Surroundings {
  /** Hands a request to the upstream. It answers at once: time passes on the virtual clock only. */
  readonly ask: (request: Asked) => { head: Reply; bytes: Buffer };
  readonly dateMs: () => number;
  readonly elapsedMs: () => number;
  readonly after: (ms: number, run: () => void) => void;
}

/**
 * The other end of every connection: Node's own HTTP server, without a port. So each client speaks real HTTP with it,
 * and delays, silence and broken bodies are what they are on a network.
 */
export class Service {
  readonly #surroundings: Surroundings;
  readonly #pending = new Map<ServerResponse, Pending>();
  #count = 0;
  readonly #server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#server.timeout = 0;
    this.#server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => this.#answer(request, response, Buffer.concat(chunks).toString()));
    });
    this.#server.on('clientError', (_error, socket) => {
      if (socket instanceof VirtualSocket) socket.refuse(ONLY_HTTP);
      socket.destroy();
    });
    this.#server.on('upgrade', (_request, socket) => {
      socket.end('HTTP/1.1 501 Not Implemented\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
  }

  readonly serve = (socket: VirtualSocket): void => {
    this.#server.emit('connection', socket);
  };

  /** The requests that wait, the oldest first. */
  get pending(): readonly Pending[] {
    return [...this.#pending.values()];
  }

  #answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { ask, elapsedMs, after } = this.#surroundings;
    const { socket } = request;
    const origin = socket instanceof VirtualSocket ? socket.origin : '';
    this.#pending.set(response, { index: this.#count, sinceMs: elapsedMs() });
    this.#count += 1;
    response.on('close', () => this.#pending.delete(response));
    const { head, bytes } = ask({
      method: request.method ?? 'GET',
      origin,
      url: request.url ?? '/',
      headers: joined(request.headers),
      body: body.slice(0, LONGEST_BODY),
    });
    if (head.kind === 'hang') return;
    if (head.delayMs > 0) after(head.delayMs, () => this.#send(response, head, bytes));
    else this.#send(response, head, bytes);
  }

  #send(response: ServerResponse, head: Extract<Reply, { kind: 'answer' }>, bytes: Buffer): void {
    if (response.destroyed) return;
    response.sendDate = false;
    const isWhole = head.cutAt === undefined || head.cutAt >= bytes.length;
    response.writeHead(head.status, {
      date: new Date(this.#surroundings.dateMs()).toUTCString(),
      ...head.headers,
      'content-length': bytes.length,
    });
    if (isWhole) {
      response.end(bytes);
      return;
    }
    const { socket } = response;
    response.write(bytes.subarray(0, head.cutAt), () => socket?.end());
  }
}

function joined(headers: IncomingMessage['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}
