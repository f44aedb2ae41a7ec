// airlab's own client, behind fastify.
import { airQuality } from 'airlab';
import fastify from 'fastify';
import { places, routesWith } from './base.ts';

async function hour(place: { latitude: number; longitude: number }) {
  const air = await airQuality({ place, hourly: ['pm2_5'], pastHours: 1, forecastHours: 0, timezone: 'GMT' } as any);
  const [row] = air.hourly as any[];
  return { time: new Date(row.time).toISOString(), pm2_5: row.pm2_5, unit: 'μg/m³' };
}

export function makeServer() {
  const app = fastify();
  const routes = routesWith({ hour } as any);
  for (const [name, route] of Object.entries(routes)) {
    const [method = '', url = ''] = name.split(' ');
    app.route({
      method,
      url,
      handler: async (call, reply) => {
        const query = new URLSearchParams(call.query as Record<string, string>);
        try {
          return await route({ query, text: JSON.stringify(call.body) });
        } catch (error: any) {
          return reply.code(error.status ?? 502).send({ error: error.message });
        }
      },
    });
  }
  return app;
}
void places;
