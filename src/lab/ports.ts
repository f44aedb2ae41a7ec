import { createServer } from 'node:net';

export type PortCheck = (port: number) => Promise<boolean>;

const HIGHEST_PORT = 65_535;

/**
 * The wanted port, or the next free one above it.
 *
 * @returns undefined when `tries` ports in a row are taken.
 * @example await nextFreePort({ first: 8888, isFree: isFreeOnLoopback })
 */
export async function nextFreePort(options: {
  readonly first: number;
  readonly isFree: PortCheck;
  readonly tries?: number;
}): Promise<number | undefined> {
  const last = Math.min(options.first + (options.tries ?? 50) - 1, HIGHEST_PORT);
  for (let port = options.first; port <= last; port += 1) if (await options.isFree(port)) return port;
  return undefined;
}

/** True when a server could listen on 127.0.0.1 at this port now. */
export function isFreeOnLoopback(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
