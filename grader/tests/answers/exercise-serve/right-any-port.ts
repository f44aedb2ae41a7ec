// Starts the server itself, on a port that is free.
import { once } from 'node:events';
import { serverWith } from './base.ts';

export async function makeServer() {
  const server = serverWith().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
