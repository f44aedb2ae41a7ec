// The server as lesson 04 makes it: with the page about itself, and a port that does not hold the process.
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify from 'fastify';
import { hourAt, places } from './base.ts';

async function newApp() {
  const app = fastify();
  app.server.unref();
  await app.register(swagger, { openapi: {} });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  return app;
}

const airOf = async (city: string) => {
  const place = places.get(city);
  return place === undefined ? null : hourAt(place, 'past_hours=1&forecast_hours=0');
};
const text = { type: 'string' };

export async function makeServer() {
  const app = await newApp();
  app.get('/health', async () => ({ ok: true }));

  const one = { type: 'object', properties: { city: text }, required: ['city'] };
  app.get<{ Querystring: { city: string } }>('/air', { schema: { querystring: one } }, async ({ query }, reply) => {
    try {
      const hour = await airOf(query.city);
      if (hour === null) return reply.code(404).send({ error: 'no such city' });
      return { city: query.city, ...hour };
    } catch {
      return reply.code(502).send({ error: 'Open-Meteo has no answer' });
    }
  });

  const several = { type: 'object', properties: { cities: text }, required: ['cities'] };
  app.get<{ Querystring: { cities: string } }>('/compare', { schema: { querystring: several } }, async ({ query }, reply) => {
    const names = query.cities.split(',');
    try {
      const hours = await Promise.all(names.map(airOf));
      if (hours.includes(null)) return reply.code(404).send({ error: 'no such city' });
      const cities = names.map((city, index) => ({ city, pm2_5: hours[index]!.pm2_5 }));
      let cleanest = null;
      let least = Number.POSITIVE_INFINITY;
      for (const { city, pm2_5 } of cities) {
        if (pm2_5 !== null && pm2_5 < least) [cleanest, least] = [city, pm2_5];
      }
      return { cities, cleanest };
    } catch {
      return reply.code(502).send({ error: 'Open-Meteo has no answer' });
    }
  });

  const limit = { type: 'number', exclusiveMinimum: 0, default: 15 };
  const body = { type: 'object', properties: { city: text, limit }, required: ['city'] };
  app.post<{ Body: { city: string; limit: number } }>('/run', { schema: { body } }, async (call, reply) => {
    const { city, limit } = call.body;
    try {
      const hour = await airOf(city);
      if (hour === null) return reply.code(404).send({ error: 'no such city' });
      const { pm2_5 } = hour;
      return { city, pm2_5, limit, run: pm2_5 === null ? null : pm2_5 <= limit };
    } catch {
      return reply.code(502).send({ error: 'Open-Meteo has no answer' });
    }
  });
  return app;
}
