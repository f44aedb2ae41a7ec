import { type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { World } from '../classroom/answer.ts';
import type { ServicesApp } from './app.ts';
import { shareOnePort } from './protocols/one-port.ts';
import { isServicePath } from './service-paths.ts';

export interface ServicesOptions {
  readonly world: () => World;
  /** Hears of an error that should not happen; the client got a 500. */
  readonly trouble?: (error: unknown) => void;
}

const WEBSOCKET_PATH = /^\/protocols\/socket(\?|$)/;

/**
 * Puts the classroom services (twins, board, rude server, doors, protocols) beside Open-Meteo on the same port. They
 * are loaded when somebody asks for the first time, so the start of the classroom API does not wait for them.
 *
 * @example
 * mountServices(app, { world }); // before the routes of `app`
 */
export function mountServices(app: FastifyInstance, options: ServicesOptions): void {
  const services = lazily(() => load(options));
  const { trouble = () => undefined } = options;
  /** Hands something to the services, and cuts the connection when they cannot take it. */
  const give = (socket: Socket, act: (loaded: ServicesApp) => unknown): void => {
    const failed = (error: unknown): void => {
      trouble(error);
      socket.destroy();
    };
    services.get().then(act).catch(failed);
  };
  app.addHook('onRequest', (request, reply, next) => {
    if (!isServicePath(request.raw.url ?? '')) return next();
    // From here on the reply belongs to the services' own application.
    reply.hijack();
    give(request.raw.socket, (loaded) => loaded.handle(request.raw, reply.raw));
  });
  const port = shareOnePort(app.server, (speech, socket) =>
    give(socket, (loaded) => loaded.accept(speech, socket)),
  );
  app.server.on('upgrade', (request, socket: Socket, head) => {
    if (!WEBSOCKET_PATH.test(request.url ?? '')) return answerWithoutUpgrade(app.server, request, socket);
    give(socket, (loaded) => loaded.upgrade(request, socket, head));
  });
  app.addHook('preClose', async () => {
    port.close();
    await (await services.loaded())?.close();
  });
}

/** Somebody offers another protocol (Java's client offers h2c) where there is none: the offer is passed over. */
function answerWithoutUpgrade(server: Server, request: IncomingMessage, socket: Socket): void {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.on('finish', () => socket.end());
  server.emit('request', request, response);
}

async function load(options: ServicesOptions): Promise<ServicesApp> {
  const { createServicesApp } = await import('./app.ts');
  return createServicesApp(options);
}

/** Makes the value when it is first asked for, once. */
function lazily<Value>(make: () => Promise<Value>) {
  const made: { value?: Promise<Value> } = {};
  return {
    get: (): Promise<Value> => {
      made.value ??= make();
      return made.value;
    },
    loaded: async (): Promise<Value | undefined> => made.value,
  };
}
