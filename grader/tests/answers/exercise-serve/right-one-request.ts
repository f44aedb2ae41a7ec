// One request for all cities of a comparison, and times as seconds.
import { api, type Place, serverWith } from './base.ts';

async function hours(all: Place[]) {
  const list = (name: 'latitude' | 'longitude') => all.map((place) => place[name]).join(',');
  const query = `latitude=${list('latitude')}&longitude=${list('longitude')}&hourly=pm2_5&past_hours=1&forecast_hours=0&timeformat=unixtime`;
  const answer = await fetch(`${api}?${query}`, { signal: AbortSignal.timeout(9_000) });
  if (!answer.ok) throw new Error(await answer.text());
  const air: any = await answer.json();
  return (all.length === 1 ? [air] : air).map(({ hourly, hourly_units }: any) => ({
    time: new Date(hourly.time[0] * 1000).toISOString(),
    pm2_5: hourly.pm2_5[0],
    unit: hourly_units.pm2_5,
  }));
}

export const makeServer = () => serverWith({ hours, hour: async (place) => (await hours([place]))[0] });
