// node:http alone, one function and a switch; callbacks as in older books.
import http from 'node:http';
import https from 'node:https';

const places: Record<string, [number, number]> = {
  Roskilde: [55.64152, 12.08035],
  Beijing: [39.9075, 116.39723],
  Oslo: [59.91273, 10.74609],
  Lima: [-12.04318, -77.02824],
};

function ask([latitude, longitude]: [number, number], done: (error: Error | null, hour?: any) => void) {
  const path = `/v1/air-quality?latitude=${latitude}&longitude=${longitude}&hourly=pm2_5&past_hours=1&forecast_hours=0`;
  const request = https.get({ host: 'air-quality-api.open-meteo.com', path, timeout: 8_000 }, (response) => {
    let text = '';
    response.on('data', (chunk) => (text += chunk));
    response.on('aborted', () => done(new Error('cut off')));
    response.on('end', () => {
      if (response.statusCode !== 200) return done(new Error(`status ${response.statusCode}`));
      try {
        done(null, JSON.parse(text));
      } catch (error) {
        done(error as Error);
      }
    });
  });
  request.on('timeout', () => request.destroy(new Error('too late')));
  request.on('error', done);
}

export function makeServer() {
  return http.createServer((request, response) => {
    const say = (status: number, body: unknown) => {
      if (response.headersSent) return;
      response.statusCode = status;
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(body));
    };
    const url = new URL(request.url!, 'http://x');
    const known = (city: string) => Object.hasOwn(places, city);
    const hours = (cities: string[], then: (hours: any[]) => void) => {
      if (!cities.every(known)) return say(404, { message: 'unknown city' });
      const all: any[] = [];
      let left = cities.length;
      cities.forEach((city, index) =>
        ask(places[city]!, (error, air) => {
          if (error) return say(503, { message: `no air: ${error.message}` });
          all[index] = { time: new Date(`${air.hourly.time[0]}Z`).toISOString(), pm2_5: air.hourly.pm2_5[0], unit: 'µg/m³' };
          if (--left === 0) then(all);
        }),
      );
    };
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /health':
        return say(200, { ok: true, since: 'today' });
      case 'GET /air': {
        const city = url.searchParams.get('city');
        if (!city) return say(400, { message: 'which city?' });
        return hours([city], ([hour]) => say(200, { city, ...hour }));
      }
      case 'GET /compare': {
        const names = url.searchParams.get('cities')?.split(',');
        if (!names) return say(422, { message: 'which cities?' });
        return hours(names, (all) => {
          const cities = names.map((city, index) => ({ city, pm2_5: all[index].pm2_5 }));
          let cleanest: any = null;
          for (const one of cities) if (one.pm2_5 !== null && (!cleanest || one.pm2_5 < cleanest.pm2_5)) cleanest = one;
          say(200, { cities, cleanest: cleanest?.city ?? null });
        });
      }
      case 'POST /run': {
        let text = '';
        request.on('data', (chunk) => (text += chunk));
        request.on('end', () => {
          let body: any;
          try {
            body = JSON.parse(text);
          } catch {
            return say(400, { message: 'no JSON' });
          }
          if (!body || typeof body.city !== 'string') return say(400, { message: 'which city?' });
          const limit = body.limit === undefined ? 15 : body.limit;
          if (typeof limit !== 'number' || limit <= 0) return say(400, { message: 'limit?' });
          hours([body.city], ([{ pm2_5 }]) =>
            say(200, { city: body.city, pm2_5, limit, run: pm2_5 === null ? null : !(pm2_5 > limit) }),
          );
        });
        return;
      }
      default:
        return say(['/air', '/compare', '/run', '/health'].includes(url.pathname) ? 405 : 404, { message: 'no' });
    }
  });
}
