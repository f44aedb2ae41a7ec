// JSON.parse and fetch without a catch: the rejection is nobody's, and Node ends the process.
import { createServer } from 'node:http';
import { routesWith } from './base.ts';

export const makeServer = () =>
  createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
    const route = routesWith()[`${request.method} ${pathname}`];
    if (route === undefined) return response.writeHead(404).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = await route({ query: searchParams, text: Buffer.concat(chunks).toString() });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
