import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { createDoors } from './protocols/doors.ts';
import { serviceRoutes } from './routes.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

export interface ServicesApp {
  /** Answers one request of a service path. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Takes a connection that a client wants to turn into a WebSocket. */
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void>;
  /** Takes a connection that speaks gRPC or MQTT. */
  accept(speech: 'grpc' | 'mqtt', socket: Socket): Promise<void>;
  /** Ends open streams and forgets all state. */
  close(): Promise<void>;
}

/** Said by every answer whose content we made up. */
const INVENTED = 'simulated: content invented by airlab for teaching';
const DOCS_PATH = /^\/docs(\/|\?|$)/;
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
  const surroundings = surroundingsOf(given);
  const app = await assemble(surroundings);
  const doors = createDoors(surroundings);
  const page: { docs?: Promise<FastifyInstance> } = {};
  /** The page about all this is an application of its own, made when somebody opens it: it takes a while to load. */
  const docs = (): Promise<FastifyInstance> => {
    page.docs ??= import('./docs/docs.ts').then(({ createDocs }) => createDocs(surroundings));
    return page.docs;
  };
  return {
    upgrade: doors.upgrade,
    accept: doors.accept,
    handle: async (request, response) => {
      const isDocs = DOCS_PATH.test(request.url ?? '');
      (isDocs ? await docs() : app).routing(request, response);
    },
    close: async () => {
      surroundings.streams.endAll();
      await doors.close();
      await (await page.docs)?.close();
      await app.close();
    },
  };
}

async function assemble(surroundings: Surroundings): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: MOST_BODY_BYTES, ajv: { customOptions: STRICT } });
  sayWhereFrom(app, surroundings);
  answerMistakes(app, surroundings);
  await serviceRoutes(app, surroundings);
  await app.ready();
  return app;
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
