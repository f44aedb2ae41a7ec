import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { consoleRoutes } from './console-routes.ts';
import type { Parts } from './parts.ts';
import { problemOf } from './problems.ts';
import { studentRoutes } from './student-routes.ts';

/** The head of a request, and all of it, must be here after so long: who sends slower blocks nobody. */
const HEAD_MS = 5_000;
const REQUEST_MS = 10_000;
const LOOK_MS = 2_000;
const KEEP_ALIVE_MS = 20_000;
/** A whole class may come from one address. Each route may have its own. */
const REQUESTS_A_MINUTE = 3_000;

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** Hears our own failures, without secrets. */
  readonly log: (says: string) => void;
  /** Pages and their files. */
  readonly pages: (app: FastifyInstance) => Promise<void>;
}

export interface ContestServer {
  readonly port: number;
  /** Ends the streams and the server; what is being answered is answered. */
  readonly close: () => Promise<void>;
}

/** Serves one contest: the API, its description at /docs, and the pages. */
export async function serve(parts: Parts, { host, port, log, pages }: ListenOptions): Promise<ContestServer> {
  const app = Fastify({
    bodyLimit: 64 * 1024,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: true,
    http: { headersTimeout: HEAD_MS, connectionsCheckingInterval: LOOK_MS },
    // What is wrong is refused, never bent until it fits.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  app.decorateRequest('receivedMs', 0);
  app.addHook('onRequest', async (request) => {
    request.receivedMs = parts.host.nowMs;
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { status, error: said, retryAfterS, isOurs } = problemOf(error);
    if (isOurs) log(`${request.method} ${request.routeOptions.url ?? '?'}: ${error.stack ?? error.message}`);
    if (retryAfterS !== undefined) reply.header('retry-after', retryAfterS);
    return reply.code(status).send({ error: said });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .send({ error: { code: 'NOT_FOUND', message: 'There is nothing here.', hint: 'See /docs.' } }),
  );
  await protect(app);
  await describe(app);
  await app.register(async (inside) => {
    await studentRoutes(inside, parts);
    await consoleRoutes(inside, parts);
    await pages(inside);
  });
  const unsubscribe = parts.host.onChange(() => parts.streams.tellAll());
  await app.listen({ host, port });
  return {
    port: portOf(app),
    close: async () => {
      unsubscribe();
      parts.streams.endAll();
      await app.close();
    },
  };
}

async function protect(app: FastifyInstance): Promise<void> {
  await app.register(cookie);
  await app.register(helmet, {
    // Without a certificate there is nothing to upgrade to.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: 60_000 });
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

async function describe(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'A classroom competition',
        version: '1',
        description:
          'Students send their token, the instructor the secret of the console, as `Authorization: Bearer …`. ' +
          '/api/events and /api/console/events are server-sent events: `event: view` with the newest view.',
      },
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'list' },
    staticCSP: true,
  });
}

function portOf(app: FastifyInstance): number {
  // Border: a server that listens on a port has an address with one.
  return (app.server.address() as AddressInfo).port;
}
