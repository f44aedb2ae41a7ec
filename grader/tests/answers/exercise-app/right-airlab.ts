// Written as the hints say: fastify, schemas, and airlab's own client.
import { airQuality, searchPlaces, WHO_2021 } from 'airlab';
import fastify from 'fastify';

const text = { type: 'string', minLength: 1 };
const schemaOf = (...names: string[]) => ({
  schema: {
    querystring: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, text])),
      required: names,
    },
  },
});
const escaped = (raw: string) => raw.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
const kept = new Map<string, { untilMs: number; days: any }>();

async function recent(city: string, country: string): Promise<any> {
  const key = JSON.stringify([city, country]);
  const before = kept.get(key);
  if (before && Date.now() < before.untilMs) return before.days;
  const { places } = await searchPlaces(city, { countryCode: country });
  const [place] = places;
  if (!place) return undefined;
  const air = await airQuality({
    place,
    hourly: ['pm2_5', 'european_aqi'],
    pastDays: 3,
    forecastDays: 4,
  });
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: place.timezone }).format(Date.now());
  const days = [...new Set(air.hourly.map(({ local }) => local.slice(0, 10)))].map((date) => {
    const hours = air.hourly.filter(({ local }) => local.startsWith(date));
    const values = hours.map((hour) => hour.pm2_5);
    const indices = hours.map((hour) => hour.european_aqi);
    const mean = values.includes(null)
      ? null
      : Math.round(((values as number[]).reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
    return {
      date,
      pm2_5: mean,
      aboveWho: mean === null ? null : mean > WHO_2021.pm2_5.day,
      aqi: indices.includes(null) ? null : Math.max(...(indices as number[])),
      forecast: date >= today,
    };
  });
  const hourEnds = (Math.floor(Date.now() / 3_600_000) + 1) * 3_600_000;
  const answer = { place, unit: air.units.pm2_5, days };
  kept.set(key, { untilMs: Math.min(hourEnds, Date.now() + 600_000), days: answer });
  return answer;
}

export function makeApp() {
  const app = fastify();
  app.get('/health', async () => ({ ok: true }));
  app.get('/api/places', schemaOf('name'), async ({ query }: any, reply) => {
    try {
      return { places: (await searchPlaces(query.name)).places };
    } catch (error: any) {
      return reply.code(502).send({ error: error.message });
    }
  });
  app.get('/api/recent', schemaOf('city', 'country'), async ({ query }: any, reply) => {
    try {
      return (await recent(query.city, query.country)) ?? reply.code(404).send({ error: 'no such city' });
    } catch (error: any) {
      return reply.code(502).send({ error: error.message });
    }
  });
  app.get('/city', schemaOf('city', 'country'), async ({ query }: any, reply) => {
    try {
      const found = await recent(query.city, query.country);
      if (!found) return reply.code(404).send(`There is no ${escaped(query.city)} there.`);
      const rows = found.days.map(
        (day: any) =>
          `<tr><td>${day.date}</td><td>${day.pm2_5 ?? 'no data'} µg/m³</td>
           <td>${day.aboveWho ? 'above the WHO’s 15' : ''} <em>${day.forecast ? 'Forecast' : ''}</em></td></tr>`,
      );
      reply.type('text/html; charset=utf-8');
      return `<!doctype html><html lang=en><head><title>${escaped(query.city)}</title></head><body>
        <h1>The air in ${escaped(found.place.name)}</h1><table>${rows.join('\n')}</table>
        <p>Data: <a href='https://open-meteo.com'>Open-Meteo</a>, Copernicus (CAMS)</p></body></html>`;
    } catch (error: any) {
      return reply.code(502).send(error.message);
    }
  });
  return app;
}
