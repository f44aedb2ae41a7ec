import type { FastifyInstance } from 'fastify';
import type { Surroundings } from '../surroundings.ts';
import { dadJokes } from './dad-jokes.ts';
import { jokeApi } from './joke-api.ts';
import { officialJokes } from './official.ts';

/** Three joke services that say the same thing in three ways, on jokes of our own. */
export async function jokesRoutes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  app.setValidatorCompiler(() => () => true);
  await app.register((part) => officialJokes(part, surroundings));
  await app.register((part) => jokeApi(part, surroundings), { prefix: '/v2' });
  await app.register(dadJokes, { prefix: '/dad' });
}
