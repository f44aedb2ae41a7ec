import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import accepts from '@fastify/accepts';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { World } from '../classroom/answer.ts';
import { boardRoutes } from './board/routes.ts';
import { datasetsRoutes } from './datasets/routes.ts';
import { describe } from './docs/docs.ts';
import { doorsRoutes } from './doors/routes.ts';
import { energiRoutes } from './energi/routes.ts';
import { createEventStreams, type EventStreams } from './event-stream.ts';
import { jokesRoutes } from './jokes/routes.ts';
import { newsRoutes } from './news/routes.ts';
import { createDoors } from './protocols/doors.ts';
import { createMeter, type Meter } from './protocols/meter.ts';
import { protocolRoutes } from './protocols/routes.ts';
import { ratesRoutes } from './rates/routes.ts';
import { rudeRoutes } from './rude/routes.ts';
import { statbankRoutes } from './statbank/routes.ts';
import { worldbankRoutes } from './worldbank/routes.ts';

/** What the services get from outside, so that tests can hold the clock and the network. */
export interface Surroundings {
  readonly world: () => World;
  /** A clock that only goes forward, milliseconds: limits and logs use it. */
  readonly clockMs: () => number;
  /** The clock of this machine, milliseconds since 1970: clients read dates in headers by it. */
  readonly wallMs: () => number;
  /** Makes a secret that nobody can guess. */
  readonly newToken: () => string;
  /** How a composite service asks another one. */
  readonly fetchUrl: typeof fetch;
  readonly trouble: (error: unknown) => void;
  readonly streams: EventStreams;
  readonly meter: Meter;
}

export interface ServicesApp {
  /** Answers one request of a service path. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Takes a connection that a client wants to turn into a WebSocket. */
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void>;
  /** Takes a connection that speaks gRPC or MQTT. */
  accept(speech: 'grpc' | 'mqtt', socket: Socket): Promise<void>;
  /** Ends open streams and forgets all state. */
  close(): Promise<void>;
}

/** Said by every answer whose content we made up. */
export const INVENTED = 'simulated: content invented by airlab for teaching';
const MOST_BODY_BYTES = 64 * 1024;
/** A body is checked as it came: nothing is converted, nothing dropped, all mistakes are told. */
const STRICT = { coerceTypes: false, removeAdditional: false, allErrors: true } as const;

/**
 * All classroom services as one application that is not bound to a port: the classroom server hands it requests.
 *
 * @example
 * const services = await createServicesApp({ world: () => ({ source, nowMs: Date.now() }) });
 * createServer((request, response) => services.handle(request, response)).listen(0);
 */
export async function createServicesApp(
  given: Pick<Surroundings, 'world'> & Partial<Surroundings>,
): Promise<ServicesApp> {
  const surroundings: Surroundings = {
    clockMs: () => performance.now(),
    wallMs: () => Date.now(),
    newToken: () => randomBytes(18).toString('base64url'),
    fetchUrl: fetch,
    trouble: () => undefined,
    streams: createEventStreams(),
    meter: createMeter(),
    ...given,
  };
  const app = Fastify({ bodyLimit: MOST_BODY_BYTES, ajv: { customOptions: STRICT } });
  sayWhereFrom(app, surroundings);
  answerMistakes(app, surroundings);
  await app.register(accepts);
  await describe(app);
  await app.register(boardRoutes, { prefix: '/board' });
  await app.register((part) => rudeRoutes(part, surroundings), { prefix: '/rude' });
  await app.register((part) => doorsRoutes(part, surroundings), { prefix: '/doors' });
  await app.register((part) => jokesRoutes(part, surroundings), { prefix: '/jokes' });
  await app.register((part) => ratesRoutes(part, surroundings), { prefix: '/rates' });
  await app.register((part) => newsRoutes(part, surroundings), { prefix: '/news' });
  await app.register(datasetsRoutes, { prefix: '/datasets' });
  await app.register(statbankRoutes, { prefix: '/statbank' });
  await app.register(worldbankRoutes, { prefix: '/worldbank' });
  await app.register((part) => energiRoutes(part, surroundings), { prefix: '/energi' });
  await app.register((part) => protocolRoutes(part, surroundings), { prefix: '/protocols' });
  await app.ready();
  const doors = createDoors(surroundings);
  return {
    upgrade: doors.upgrade,
    accept: doors.accept,
    handle: (request, response) => app.routing(request, response),
    close: async () => {
      surroundings.streams.endAll();
      await doors.close();
      await app.close();
    },
  };
}

/** Services on readings of the world overwrite the first of these. */
function sayWhereFrom(app: FastifyInstance, { world }: Surroundings): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-airlab-data', INVENTED);
    reply.header('x-airlab-now', new Date(world().nowMs).toISOString());
  });
}

function answerMistakes(app: FastifyInstance, { trouble }: Surroundings): void {
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `There is nothing at ${request.method} ${request.url}.`, see: '/docs' }),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) trouble(error);
    return reply.code(status).send({ error: status < 500 ? error.message : 'Internal Server Error' });
  });
}
