// The finished app, and a model answer to exercise-app. Start it with `npm run app`.
// This file is the map: which address gives what. Each step has a file of its own in exercise-app/.

import fastify, { type FastifyInstance } from 'fastify';
import { createCache } from './exercise-app/cache.ts';
import { historyOf, type Period, periodOf } from './exercise-app/history.ts';
import { cityPage, hitsPage, homePage } from './exercise-app/pages.ts';
import { type CityName, findPlace, findPlaces } from './exercise-app/places.ts';
import { recentOf } from './exercise-app/recent.ts';
import { onError, unknownAddress } from './exercise-app/trouble.ts';

interface NameQuestion {
  Querystring: { name: string };
}
interface CityQuestion {
  Querystring: CityName & Partial<Period>;
}

/** A schema stands in front of each function: a question of the wrong form is a 400, and nobody asks Open-Meteo. */
const text = { type: 'string', minLength: 1, maxLength: 100, pattern: '\\S' };
const country = { type: 'string', pattern: '^[A-Za-z]{2}$' };
const day = { type: 'string', format: 'date' };
const nameSchema = { querystring: { type: 'object', properties: { name: text }, required: ['name'] } };
const cityProperties = { city: text, country, region: text, from: day, to: day };
const citySchema = {
  querystring: { type: 'object', properties: cityProperties, required: ['city', 'country'] },
};

/**
 * Makes the server; whoever starts it chooses the port.
 *
 * @param nowMs What counts as now; tests have a clock of their own.
 */
export function makeApp(nowMs: () => number = Date.now): FastifyInstance {
  const app = fastify();
  app.setErrorHandler(onError);
  app.setNotFoundHandler(unknownAddress);

  const cache = createCache(nowMs);
  const places = (name: string) => cache(`places ${name}`, () => findPlaces(name));
  const place = (city: CityName) => cache(`place ${JSON.stringify(city)}`, () => findPlace(city));
  const recent = async ({ city, country, region }: CityName) => {
    const found = await place({ city, country, region });
    return cache(`recent ${found.latitude},${found.longitude}`, () => recentOf(found, nowMs()));
  };
  const history = async ({ city, country, region }: CityName, period: Period) => {
    const found = await place({ city, country, region });
    const { latitude, longitude } = found;
    return cache(`history ${latitude},${longitude} ${period.from} ${period.to}`, () =>
      historyOf(found, period),
    );
  };

  app.get('/health', async () => ({ ok: true }));

  // For programs: JSON.
  app.get<NameQuestion>('/api/places', { schema: nameSchema }, ({ query }) => places(query.name));
  app.get<CityQuestion>('/api/recent', { schema: citySchema }, ({ query }) => recent(query));
  app.get<CityQuestion>('/api/history', { schema: citySchema }, ({ query }) =>
    history(query, periodOf(query, nowMs())),
  );

  // For people: pages. They are whole without JavaScript; the charts are drawn on top.
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', "default-src 'self'; object-src 'none'; base-uri 'none'");
  });
  const asHtml = 'text/html; charset=utf-8';
  app.get('/', async (_request, reply) => reply.type(asHtml).send(homePage()));
  app.get<NameQuestion>('/places', { schema: nameSchema }, async ({ query }, reply) =>
    reply.type(asHtml).send(hitsPage(query.name, await places(query.name))),
  );
  app.get<CityQuestion>('/city', { schema: citySchema }, async ({ query }, reply) => {
    const period = periodOf(query, nowMs());
    const [now, past] = await Promise.all([recent(query), history(query, period)]);
    return reply.type(asHtml).send(cityPage(query, now, past));
  });

  return app;
}
