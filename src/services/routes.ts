import accepts from '@fastify/accepts';
import type { FastifyInstance } from 'fastify';
import { boardRoutes } from './board/routes.ts';
import { datasetsRoutes } from './datasets/routes.ts';
import { doorsRoutes } from './doors/routes.ts';
import { energiRoutes } from './energi/routes.ts';
import { jokesRoutes } from './jokes/routes.ts';
import { newsRoutes } from './news/routes.ts';
import { protocolRoutes } from './protocols/routes.ts';
import { ratesRoutes } from './rates/routes.ts';
import { rudeRoutes } from './rude/routes.ts';
import { statbankRoutes } from './statbank/routes.ts';
import type { Surroundings } from './surroundings.ts';
import { worldbankRoutes } from './worldbank/routes.ts';

/** Every service that speaks HTTP, each with its state, under its own root. */
export async function serviceRoutes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  await app.register(accepts);
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
}
