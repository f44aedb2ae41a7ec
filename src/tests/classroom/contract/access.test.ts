import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, jsonOf, NOW, ROSKILDE, refusalOf, textOf, WORLD } from './ask.ts';

const AIR = `/v1/air-quality?${ROSKILDE}&hourly=pm10`;
const KEY = 'RYVWaSGxlxRnSJKB';
const on = (host: string, more: object = {}) => [WORLD, { host, ...more }] as const;

test('access :: hosts :: each serves its own paths', () => {
  assert.is(ask(AIR, ...on('air-quality-api.open-meteo.com')).status, 200);
  assert.is(ask(AIR, ...on('Air-Quality-API.open-meteo.com:443')).status, 200);
  assert.is(refusalOf(AIR, ...on('api.open-meteo.com')), '404 Not Found');
  const weather = `/v1/forecast?${ROSKILDE}&hourly=temperature_2m`;
  assert.is(ask(weather, ...on('api.open-meteo.com')).status, 200);
  assert.is(refusalOf(weather, ...on('air-quality-api.open-meteo.com')), '404 Not Found');
  const archive = `/v1/archive?${ROSKILDE}&daily=temperature_2m_max&start_date=2025-01-01&end_date=2025-01-02`;
  assert.is(ask(archive, ...on('archive-api.open-meteo.com')).status, 200);
  assert.is(ask(archive, ...on('satellite-api.open-meteo.com')).status, 200);
  assert.is(refusalOf(archive, ...on('api.open-meteo.com')), '404 Not Found');
  assert.is(refusalOf('/v1/search?name=Roskilde', ...on('api.open-meteo.com')), '404 Not Found');
  assert.is(ask('/v1/search?name=Roskilde', ...on('geocoding-api.open-meteo.com')).status, 200);
});

test('access :: hosts :: any other name serves everything', () => {
  for (const host of ['127.0.0.1:8787', 'localhost', '[::1]:80', 'laptop.local', '']) {
    assert.is(ask(AIR, ...on(host)).status, 200);
    assert.is(ask(`/v1/forecast?${ROSKILDE}`, ...on(host)).status, 200);
  }
});

test('access :: keys :: the customers’ host asks for one', () => {
  const host = 'customer-air-quality-api.open-meteo.com';
  assert.is(refusalOf(AIR, ...on(host)), '401 API key required. Please add &apikey= to the URL.');
  assert.is(refusalOf(`${AIR}&apikey=wrong`, ...on(host)), '400 The supplied API key is invalid.');
  assert.is(ask(`${AIR}&apikey=${KEY}`, ...on(host)).status, 200);
  assert.is(ask(AIR, ...on(host, { headers: { 'x-api-key': KEY } })).status, 200);
});

test('access :: keys :: a free host sends their owners on', () => {
  const response = ask(`${AIR}&apikey=${KEY}`, ...on('air-quality-api.open-meteo.com'));
  assert.is(response.status, 303);
  assert.is(
    response.headers.location,
    `https://customer-air-quality-api.open-meteo.com/${AIR}&apikey=${KEY}`,
  );
  const post = {
    method: 'POST',
    body: `apikey=${KEY}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
  assert.is(
    refusalOf('/v1/air-quality', ...on('air-quality-api.open-meteo.com', post)),
    '400 Please use the customer- prefixed URL for POST requests',
  );
  assert.is(ask(`${AIR}&apikey=x`).status, 200);
});

test('access :: other pages :: only when a page asks', () => {
  assert.is(ask(AIR).headers['access-control-allow-origin'], undefined);
  const { headers } = ask(AIR, WORLD, { headers: { origin: 'https://example.org' } });
  assert.is(headers['access-control-allow-origin'], '*');
  const preflight = ask(AIR, WORLD, {
    method: 'OPTIONS',
    headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
  });
  assert.is(preflight.status, 200);
  assert.is(textOf(preflight), '');
  assert.is(preflight.headers['access-control-allow-methods'], 'GET, POST, OPTIONS');
  assert.is(preflight.headers['access-control-max-age'], '600');
  assert.is(refusalOf(AIR, WORLD, { method: 'OPTIONS' }), '404 Not Found');
});

test('access :: data :: every answer names its source, in ASCII', () => {
  const source = { ...WORLD.source, label: 'Prøve 7\r\nx: y' };
  for (const url of [AIR, '/nothing', `${AIR}&timezone=x`, '/data/cams_global/static/meta.json'])
    assert.is(ask(url, { source, nowMs: NOW }).headers['x-airlab-data'], 'Pr?ve 7??x: y');
});

test('access :: HEAD :: the headers of GET without a body', () => {
  const response = ask(AIR, WORLD, { method: 'HEAD' });
  assert.is(response.status, 200);
  assert.is(response.headers['content-type'], 'application/json; charset=utf-8');
  assert.is(response.body, '');
});

test('access :: POST :: form and JSON say the same as the query', () => {
  const url = '/v1/air-quality';
  const query =
    'latitude=55.64152,39.9075&longitude=12.08035,116.39723&hourly=pm2_5,pm10&timezone=auto&forecast_days=2';
  const expected = textOf(ask(`${url}?${query}`));
  const post = (type: string, body: string) =>
    textOf(ask(url, WORLD, { method: 'POST', body, headers: { 'content-type': type } }));
  assert.is(post('application/x-www-form-urlencoded', query), expected);
  const wishes = {
    latitude: [55.64152, 39.9075],
    longitude: ['12.08035', 116.39723],
    hourly: ['pm2_5', 'pm10'],
  };
  assert.is(
    post('application/json', JSON.stringify({ ...wishes, timezone: 'auto', forecast_days: 2 })),
    expected,
  );
  assert.is(
    post(
      'application/json; charset=utf-8',
      JSON.stringify({ ...wishes, hourly: 'pm2_5,pm10', timezone: 'auto', forecast_days: '2', daily: null }),
    ),
    expected,
  );
});

test('access :: POST :: damaged and unknown bodies are refused', () => {
  const post = (type: string, body: string) =>
    refusalOf('/v1/air-quality', WORLD, {
      method: 'POST',
      body,
      headers: type === '' ? {} : { 'content-type': type },
    });
  assert.is(
    post('application/json', '{"latitude":'),
    "400 Data corrupted at path ''. The given data was not valid JSON.",
  );
  assert.match(post('application/json', '[1]'), /^400 Value was not of type/);
  assert.match(
    post('application/json', '{"latitude":[{}]}'),
    /^400 Value was not of type 'String' at path 'latitude'/,
  );
  assert.is(post('', 'latitude=1'), "415 Can't decode data without a content type");
  assert.is(post('application/x-www-form-urlencoded', 'a'.repeat(131_073)), '413 Payload Too Large');
});

test('access :: lists :: commas, bars, encoded commas and repeated names are the same', () => {
  const expected = textOf(ask(`/v1/air-quality?latitude=55.5,39.9&longitude=12,116&hourly=pm2_5,pm10,ozone`));
  for (const query of [
    'latitude=55.5&latitude=39.9&longitude=12&longitude=116&hourly=pm2_5&hourly=pm10&hourly=ozone',
    'latitude=55.5%2C39.9&longitude=12%2C116&hourly=pm2_5%2Cpm10%2Cozone',
    'latitude=55.5|39.9&longitude=12|116&hourly=pm2_5|pm10,ozone',
    'latitude[]=55.5&latitude[]=39.9&longitude[0]=12&longitude[1]=116&hourly[]=pm2_5,pm10&hourly[]=ozone',
    'latitude%5B%5D=55.5&latitude%5B%5D=39.9&longitude=12,116&hourly=pm2_5,pm10&hourly=ozone&unknown=1',
  ])
    assert.is(textOf(ask(`/v1/air-quality?${query}`)), expected, query);
});

test('access :: scalars :: the last one counts', () => {
  assert.is(jsonOf(`${AIR}&forecast_days=1&forecast_days=2`).hourly.time.length, 48);
});

test('access :: model runs :: newest run of each model, as far as its data reaches', () => {
  const meta = (name: string, nowMs = NOW) => jsonOf(`/data/${name}/static/meta.json`, { ...WORLD, nowMs });
  const seconds = (iso: string) => Date.parse(iso) / 1000;
  const global = meta('cams_global');
  assert.is(global.last_run_initialisation_time, seconds('2026-10-08T00:00Z'));
  assert.is(global.last_run_availability_time, seconds('2026-10-08T10:00Z'));
  assert.is(global.update_interval_seconds, 43_200);
  assert.is(
    meta('cams_global', Date.UTC(2026, 9, 8, 9)).last_run_initialisation_time,
    seconds('2026-10-07T12:00Z'),
  );
  assert.is(
    meta('cams_europe', Date.UTC(2026, 9, 8, 9)).last_run_initialisation_time,
    seconds('2026-10-07T00:00Z'),
  );
  const { time, pm10 } = jsonOf(`${AIR}&forecast_days=7&timeformat=unixtime`).hourly;
  const last = time[pm10.findLastIndex((value: number | null) => value !== null)];
  assert.is(global.data_end_time, last + 3600);
  assert.is(refusalOf('/data/other/static/meta.json'), '404 Not Found');
});

test.run();
