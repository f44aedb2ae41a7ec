import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createHttp, type Http, type HttpOptions } from '../../http/http.ts';

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TestServer {
  readonly url: string;
  readonly seen: readonly Seen[];
}

type Reply = RequestListener | { status?: number; headers?: Record<string, string>; body?: string | Buffer };

export const json = (value: unknown, headers: Record<string, string> = {}): Reply => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

/**
 * A server on a free port that gives the replies in turn, the last one for ever, and a client whose pauses are recorded
 * instead of waited. Both are gone when `use` is over.
 */
export async function withServer(
  replies: Reply | readonly Reply[],
  use: (server: TestServer & { http: Http; pauses: number[] }) => Promise<void>,
  options: HttpOptions = {},
): Promise<void> {
  const list = Array.isArray(replies) ? replies : [replies];
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const reply = list[Math.min(seen.length, list.length - 1)];
    const entry = { method, url, headers, body: '' };
    seen.push(entry);
    request.on('data', (chunk) => {
      entry.body += chunk;
    });
    request.on('end', () => {
      if (typeof reply === 'function') return reply(request, response);
      response.writeHead(reply.status ?? 200, reply.headers ?? {}).end(reply.body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pauses: number[] = [];
  const sleep = async (ms: number): Promise<void> => void pauses.push(ms);
  const http = createHttp({ sleep, random: () => 0, env: {}, ...options });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : address;
  try {
    await use({ url: `http://127.0.0.1:${port}`, seen, http, pauses });
  } finally {
    await http.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** The error that a promise ends with. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to fail, and did not.');
}
