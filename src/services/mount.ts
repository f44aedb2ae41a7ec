import type { FastifyInstance } from 'fastify';
import type { World } from '../classroom/answer.ts';
import type { ServicesApp } from './app.ts';
import { isServicePath } from './service-paths.ts';

export interface ServicesOptions {
  readonly world: () => World;
  /** Hears of an error that should not happen; the client got a 500. */
  readonly trouble?: (error: unknown) => void;
}

/**
 * Puts the classroom services (twins, board, rude server, doors, protocols) beside Open-Meteo on the same port. They
 * are loaded when somebody asks for the first time, so the start of the classroom API does not wait for them.
 *
 * @example
 * mountServices(app, { world }); // before the routes of `app`
 */
export function mountServices(app: FastifyInstance, options: ServicesOptions): void {
  const services = lazily(() => load(options));
  app.addHook('onRequest', (request, reply, next) => {
    if (!isServicePath(request.raw.url ?? '')) return next();
    // From here on the reply belongs to the services' own application.
    reply.hijack();
    services
      .get()
      .then((loaded) => loaded.handle(request.raw, reply.raw))
      .catch((error: unknown) => {
        options.trouble?.(error);
        reply.raw.destroy();
      });
  });
  app.addHook('preClose', async () => {
    await (await services.loaded())?.close();
  });
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
