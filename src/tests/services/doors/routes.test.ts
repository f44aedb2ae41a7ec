import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, type Clock, servicesFor } from '../serving.ts';

const clock: Clock = { ms: 0 };
const upstream: { answer: (path: string) => Response | Promise<Response> } = {
  answer: () => new Response(''),
};
const tokens = { count: 0 };
const served = servicesFor(test, {
  clockMs: () => clock.ms,
  newToken: () => {
    tokens.count += 1;
    return `token${tokens.count}`;
  },
  fetchUrl: async (url) => {
    const { pathname, port } = new URL(String(url));
    assert.is(port, new URL(served.url).port);
    return upstream.answer(pathname);
  },
});

const get = (path: string, headers: Record<string, string> = {}) =>
  ask(`${served.url}/doors${path}`, { headers });

test('public :: no key :: a reading that may be kept a minute', async () => {
  const answer = await get('/public/air');
  assert.is(answer.headers.get('cache-control'), 'public, max-age=60');
  assert.is(answer.headers.get('x-airlab-data'), 'simulated, seed 7');
  const { city, time, unit } = await answer.json();
  assert.equal([city, time, unit], ['roskilde', '2026-11-24T08:00Z', 'μg/m³']);
});

test('public :: unknown city :: 404 with the ones that exist', async () => {
  const answer = await get('/public/air?city=atlantis');
  assert.is(answer.status, 404);
  assert.ok((await answer.json()).cities.includes('beijing'));
});

test('partner :: no key, wrong key :: 401 and 403', async () => {
  const none = await get('/partner/air');
  assert.is(none.status, 401);
  assert.match(none.headers.get('www-authenticate') ?? '', 'X-Api-Key');
  assert.is((await get('/partner/air', { 'x-api-key': 'guess' })).status, 403);
});

test('partner :: the quota of a key :: 429 with Retry-After, another key is not concerned', async () => {
  const given = await ask(`${served.url}/doors/partner/keys`, { method: 'POST' });
  assert.is(given.status, 201);
  const { key, quota } = await given.json();
  for (let left = quota - 1; left >= 0; left -= 1) {
    const answer = await get('/partner/air', { 'x-api-key': key });
    assert.equal([answer.status, answer.headers.get('ratelimit-remaining')], [200, String(left)]);
  }
  clock.ms += 20_000;
  const refused = await get(`/partner/air?apikey=${key}`);
  assert.equal([refused.status, refused.headers.get('retry-after')], [429, '40']);
  assert.is((await get('/partner/air?apikey=demo')).status, 200);
  clock.ms += 40_000;
  assert.is((await get('/partner/air', { 'x-api-key': key })).status, 200);
});

test('private :: no token, wrong token, right token :: 401, 401, 200', async () => {
  const none = await get('/private/air');
  assert.is(none.status, 401);
  assert.is(none.headers.get('www-authenticate'), 'Bearer realm="private"');
  const wrong = await get('/private/air', { authorization: 'Bearer guess' });
  assert.match(wrong.headers.get('www-authenticate') ?? '', 'invalid_token');
  const { token } = await (await ask(`${served.url}/doors/private/tokens`, { method: 'POST' })).json();
  assert.is((await get('/private/air', { authorization: `bearer ${token}` })).status, 200);
});

test('private :: many tokens :: the oldest stop working', async () => {
  const newToken = async () => (await ask(`${served.url}/doors/private/tokens`, { method: 'POST' })).json();
  const first = await newToken();
  for (let index = 0; index < 100; index += 1) await newToken();
  assert.is((await get('/private/air', { authorization: `Bearer ${first.token}` })).status, 401);
});

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const good = (path: string) =>
  path === '/v1/forecast'
    ? json({ current: { temperature_2m: 6.1 }, current_units: { temperature_2m: '°C' } })
    : json({ current: { pm2_5: 5.2 }, current_units: { pm2_5: 'μg/m³' } });

test('composite :: both answer :: one answer of two', async () => {
  upstream.answer = good;
  const body = await (await get('/composite?city=beijing')).json();
  assert.equal(body, {
    city: 'beijing',
    weather: { temperature_2m: 6.1, units: { temperature_2m: '°C' } },
    air: { pm2_5: 5.2, units: { pm2_5: 'μg/m³' } },
    partial: false,
    troubles: [],
  });
});

test('composite :: one fails :: half an answer that says so', async () => {
  upstream.answer = (path) => (path === '/v1/air-quality' ? json({}, 503) : good(path));
  const answer = await get('/composite');
  const { air, partial, troubles, weather } = await answer.json();
  assert.equal([answer.status, air, partial], [200, null, true]);
  assert.equal(troubles, [{ part: 'air', problem: 'answered 503' }]);
  assert.is(weather.temperature_2m, 6.1);
  upstream.answer = good;
  const forced = await (await get('/composite?fail=weather')).json();
  assert.equal([forced.weather, forced.air.pm2_5], [null, 5.2]);
});

test('composite :: both fail, each in its way :: 502', async () => {
  upstream.answer = (path) => {
    if (path === '/v1/forecast') throw new TypeError('fetch failed');
    return new Response('<html>');
  };
  const answer = await get('/composite');
  assert.is(answer.status, 502);
  assert.is((await answer.json()).troubles.length, 2);
});

test.run();
