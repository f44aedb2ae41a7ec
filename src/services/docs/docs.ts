import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance } from 'fastify';
import { serviceRoutes } from '../routes.ts';
import type { Surroundings } from '../surroundings.ts';
import { OPEN_METEO_PATHS } from './open-meteo-paths.ts';

const TAGS = [
  { name: 'board', description: 'A notice board: all verbs on real state' },
  { name: 'rude', description: 'A server that misbehaves on a script' },
  { name: 'doors', description: 'Public, partner, private, composite' },
  { name: 'protocols', description: 'One value, many protocols' },
  { name: 'jokes', description: 'Twins of three joke services' },
  { name: 'rates', description: 'Twins of Frankfurter and the ECB' },
  { name: 'news', description: 'Twins of Hacker News and its search' },
  { name: 'datasets', description: 'Twin of the Hugging Face dataset viewer' },
  { name: 'statbank', description: 'Twin of StatBank Denmark' },
  { name: 'worldbank', description: 'Twin of the World Bank indicators' },
  { name: 'energi', description: 'Twin of Energi Data Service' },
  { name: 'open-meteo', description: 'The classroom API for air and weather' },
];

const DESCRIPTION = `Every value here is simulated or recorded: the header x-airlab-data of an answer says which.

On the same port, but no plain HTTP requests:
- gRPC, with the contract of /protocols/air.proto
- WebSocket at /protocols/socket: send {"ask":"reading","city":"beijing"}
- MQTT: air/CITY/pm2_5 holds the newest reading; send {"changes":10,"everyMs":200} to air/CITY/watch and listen to air/CITY/changes`;

/**
 * The page `/docs` and its OpenAPI document `/docs/json`, made from the routes themselves: they are registered here a
 * second time, and never asked. All of the page is served from here, so that it works without a network.
 */
export async function createDocs(surroundings: Surroundings): Promise<FastifyInstance> {
  const app = Fastify();
  await app.register(swagger, {
    openapi: {
      openapi: '3.0.3',
      info: {
        title: 'The classroom services',
        version: '1',
        description: DESCRIPTION,
      },
      tags: TAGS,
      paths: OPEN_METEO_PATHS,
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'none', tryItOutEnabled: true },
  });
  await serviceRoutes(app, surroundings);
  await app.ready();
  return app;
}
