import { createServer } from 'node:net';

/** What a server would find at a port: it could listen, another program does, or this user may not. */
export type PortState = 'free' | 'taken' | 'forbidden';
export type PortCheck = (port: number) => Promise<PortState>;

const HIGHEST_PORT = 65_535;

/**
 * The wanted port, or the next free one above it.
 *
 * @returns undefined when `tries` ports in a row are not free.
 * @example await nextFreePort({ first: 8888, check: portOnLoopback })
 */
export async function nextFreePort(options: {
  readonly first: number;
  readonly check: PortCheck;
  readonly tries?: number;
  /** A port that somebody else is about to use. */
  readonly except?: number | undefined;
}): Promise<number | undefined> {
  const last = Math.min(options.first + (options.tries ?? 50) - 1, HIGHEST_PORT);
  for (let port = options.first; port <= last; port += 1)
    if (port !== options.except && (await options.check(port)) === 'free') return port;
  return undefined;
}

/** Whether a server could listen on 127.0.0.1 at this port now. */
export function portOnLoopback(port: number): Promise<PortState> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EACCES' ? 'forbidden' : 'taken'),
    );
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve('free')));
  });
}
