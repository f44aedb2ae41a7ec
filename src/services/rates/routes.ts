import type { FastifyInstance } from 'fastify';
import type { Surroundings } from '../surroundings.ts';
import { ecbRates } from './ecb.ts';
import { ratesVersion1 } from './version-1.ts';
import { ratesVersion2 } from './version-2.ts';

/** Exchange rates, all invented: two versions of one service, its old address, and the official source behind it. */
export async function ratesRoutes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  app.setValidatorCompiler(() => () => true);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*');
  });
  await app.register((part) => ratesVersion1(part, surroundings), { prefix: '/v1' });
  await app.register((part) => ratesVersion2(part, surroundings), { prefix: '/v2' });
  await app.register((part) => ecbRates(part, surroundings), { prefix: '/ecb' });
  const schema = { tags: ['rates'], summary: 'The old address: 301 to /rates/v1' };
  for (const old of ['/latest', '/currencies', '/:days'])
    app.get(old, { schema }, ({ url }, reply) => reply.redirect(url.replace('/rates/', '/rates/v1/'), 301));
}
