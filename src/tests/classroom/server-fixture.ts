import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { World } from '../../classroom/answer.ts';
import { type ClassroomOptions, type ClassroomServer, startClassroomServer } from '../../classroom/server.ts';
import { simulated } from '../../classroom/simulated/index.ts';

/** A Tuesday morning; the forecast's end is null, as in a real one. */
export const NOW_MS = Date.parse('2026-11-24T09:20:00Z');
export const world: World = { source: simulated({ seed: 3 }), nowMs: NOW_MS };

/** A classroom API on a free port, closed when the work is done. */
export async function withServer<Value>(
  options: Partial<ClassroomOptions>,
  work: (server: ClassroomServer) => Promise<Value>,
): Promise<Value> {
  const server = await startClassroomServer({ port: 0, world: () => world, ...options });
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

/** A server that answers as `listener` says, cut off when the work is done. */
export async function withFake<Value>(
  listener: RequestListener,
  work: (url: string) => Promise<Value>,
): Promise<Value> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export function isDataRequest({ url = '' }: IncomingMessage): boolean {
  return url.startsWith('/v1/air-quality');
}
