import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Answered, Exchanges } from './exchanges.ts';
import { VirtualSocket } from './sockets.ts';

const ONLY_HTTP = 'Only HTTP/1.1 is spoken while grading: use fetch, undici, node:http or node:https';

/**
 * The other end of every connection: Node's own HTTP server, without a port. So each client speaks real HTTP with it,
 * and delays, silence and broken bodies are what they are on a network.
 */
export class Service {
  readonly #exchanges: Exchanges;
  #server: Server | undefined;

  constructor(exchanges: Exchanges) {
    this.#exchanges = exchanges;
  }

  readonly serve = (socket: VirtualSocket): void => {
    this.#server ??= this.#started();
    this.#server.emit('connection', socket);
  };

  #started(): Server {
    const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
    server.timeout = 0;
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => this.#answer(request, response, Buffer.concat(chunks).toString()));
    });
    server.on('clientError', (_error, socket) => {
      if (socket instanceof VirtualSocket) socket.refuse(ONLY_HTTP);
      socket.destroy();
    });
    server.on('upgrade', (_request, socket) => {
      socket.end('HTTP/1.1 501 Not Implemented\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
    return server;
  }

  #answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { socket } = request;
    const asked = {
      method: request.method ?? 'GET',
      origin: socket instanceof VirtualSocket ? socket.origin : '',
      url: request.url ?? '/',
      headers: joined(request.headers),
      body,
    };
    const exchange = this.#exchanges.open(asked, (answered) => send(response, answered));
    response.on('close', exchange.close);
  }
}

function send(response: ServerResponse, { status, headers, bytes, isWhole }: Answered): void {
  if (response.destroyed) return;
  response.sendDate = false;
  response.writeHead(status, headers);
  if (isWhole) {
    response.end(bytes);
    return;
  }
  const { socket } = response;
  response.write(bytes, () => socket?.end());
}

function joined(headers: IncomingMessage['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}
