// fastify with more of what it has: a plugin, an error handler, a log, response schemas, and the OpenAPI document.
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { hourAt, places } from './base.ts';

class CityError extends Error {
  readonly statusCode = 404;
}

const hour = (city: string) => {
  const place = places.get(city);
  if (!place) throw new CityError(`${city} is unknown`);
  return hourAt(place, 'past_hours=1&forecast_hours=0');
};

const value = { type: ['number', 'null'] };
const text = { type: 'string' };

const air: FastifyPluginAsync = async (app) => {
  const querystring = { type: 'object', properties: { city: text }, required: ['city'] };
  const ok = { type: 'object', properties: { city: text, time: text, pm2_5: value, unit: text } };
  app.get('/air', { schema: { querystring, response: { 200: ok } } }, async (call) => {
    const { city } = call.query as { city: string };
    return { city, ...(await hour(city)) };
  });
};

const compare: FastifyPluginAsync = async (app) => {
  const querystring = { type: 'object', properties: { cities: { type: 'string' } }, required: ['cities'] };
  app.get('/compare', { schema: { querystring } }, async (call) => {
    const names = (call.query as { cities: string }).cities.split(',');
    const hours = await Promise.all(names.map(async (name) => hour(name)));
    const cities = names.map((city, index) => ({ city, pm2_5: hours[index]!.pm2_5 }));
    const [first] = cities.filter((one) => one.pm2_5 !== null).sort((a, b) => a.pm2_5! - b.pm2_5!);
    return { cities, cleanest: first ? first.city : null };
  });
};

const run: FastifyPluginAsync = async (app) => {
  const limit = { type: 'number', exclusiveMinimum: 0, default: 15 };
  const body = { type: 'object', properties: { city: text, limit }, required: ['city'] };
  app.post('/run', { schema: { body } }, async (call, reply) => {
    const given = call.body as { city: string; limit: number };
    const { pm2_5 } = await hour(given.city);
    return reply.code(201).send({ ...given, pm2_5, run: pm2_5 === null ? null : pm2_5 <= given.limit });
  });
};

export async function makeServer(): Promise<FastifyInstance> {
  const app = fastify({ logger: true });
  await app.register(swagger, { openapi: {} });
  app.setErrorHandler((error: any, _call, reply) => {
    const status = error.statusCode ?? 502;
    return reply.code(status).send({ error: error.message });
  });
  app.get('/health', () => ({ ok: true }));
  await app.register(air);
  await app.register(compare);
  await app.register(run);
  return app;
}
