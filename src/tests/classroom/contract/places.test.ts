import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, jsonOf, refusalOf, textOf } from './ask.ts';

/** Reported latitude and longitude, as they are written. */
function reported(latitude: number, longitude: number, more = ''): string {
  const text = textOf(ask(`/v1/air-quality?latitude=${latitude}&longitude=${longitude}${more}`));
  return /"latitude":([^,]+),"longitude":([^,]+),/.exec(text)?.slice(1, 3).join(' ') ?? text;
}

test('places :: grid :: pairs that the service reported', () => {
  const pairs = [
    [55.64152, 12.08035, '55.6 12.100002'],
    [55.67594, 12.56553, '55.7 12.600002'],
    [39.9075, 116.39723, '39.90001 116.399994'],
    [31.4614, 74.3552, '31.5 74.40001'],
    [13.75, 100.5, '13.800003 100.5'],
    [37.3, -80.7, '37.300003 -80.7'],
    [51.50853, -0.12574, '51.5 -0.10000038'],
    [49.2, 16.6, '49.2 16.600002'],
    [41.01, 28.95, '41.0 29.0'],
    [52.2183, 6.8958, '52.2 6.8999996'],
  ] as const;
  for (const [latitude, longitude, point] of pairs) assert.is(reported(latitude, longitude), point);
  assert.is(reported(40.4165, -3.70256).split(' ')[1], '-3.6999989');
});

test('places :: grid :: the global models report their own, the European ones too', () => {
  assert.is(reported(55.64152, 12.08035, '&domains=cams_global'), '55.600006 12.100006');
  assert.is(reported(39.9075, 116.39723, '&domains=cams_global'), '39.90001 116.399994');
  assert.is(reported(55.64152, 12.08035, '&domains=cams_europe'), '55.6 12.100002');
});

test('places :: grid :: the ends of the Earth', () => {
  assert.is(reported(90, 180), '90.0 -180.0');
  assert.is(reported(-90, -180), '-90.0 -180.0');
  assert.is(reported(0, 179.99), '0.0 -180.0');
});

test('places :: float32 :: coordinates that are one float have one answer', () => {
  const url = (latitude: string) => `/v1/air-quality?latitude=${latitude}&longitude=12.08035&hourly=pm10`;
  assert.is(textOf(ask(url('55.64152'))), textOf(ask(url('55.6415201'))));
  assert.is(textOf(ask(url('5.564152e1'))), textOf(ask(url('%2B55.64152'))));
});

test('places :: elevation :: known cities, given heights, and the service of its own', () => {
  assert.is(jsonOf('/v1/air-quality?latitude=39.9075&longitude=116.39723').elevation, 47);
  assert.is(jsonOf('/v1/air-quality?latitude=55.64152&longitude=12.08035').elevation, 41);
  const response = ask('/v1/elevation?latitude=39.9075,55.64152&longitude=116.39723,12.08035');
  assert.is(textOf(response), '{"elevation":[47.0,41.0]}');
  assert.is(response.headers['content-type'], 'application/json');
  assert.is(refusalOf('/v1/elevation'), "400 Parameter 'latitude' and 'longitude' must not be empty");
  assert.is(
    refusalOf('/v1/elevation?latitude=91&longitude=0'),
    '400 Latitude must be in range of -90 to 90°. Given: 91.0.',
  );
  const many = new Array(101).fill('1').join(',');
  assert.is(
    refusalOf(`/v1/elevation?latitude=${many}&longitude=${many}`),
    "400 Parameter 'latitude' and 'longitude' must not exceed 100 coordinates.",
  );
});

test('places :: domains :: Europe ends earlier and knows no greenhouse gases, the world no ammonia', () => {
  const columns = (domain: string) =>
    jsonOf(
      `/v1/air-quality?latitude=55.64&longitude=12.08&hourly=pm2_5,ammonia,carbon_dioxide,european_aqi&domains=${domain}`,
    ).hourly;
  const values = (list: readonly (number | null)[]) => list.filter((value) => value !== null).length;
  const [europe, world, auto] = ['cams_europe', 'cams_global', 'auto'].map(columns);
  assert.equal(
    [europe, world, auto].map(({ pm2_5 }) => values(pm2_5)),
    [97, 120, 120],
  );
  assert.equal(
    [europe, world, auto].map(({ european_aqi }) => values(european_aqi)),
    [97, 120, 120],
  );
  assert.equal(
    [europe, world, auto].map(({ ammonia }) => values(ammonia)),
    [97, 0, 97],
  );
  assert.equal(
    [europe, world, auto].map(({ carbon_dioxide }) => values(carbon_dioxide)),
    [0, 120, 120],
  );
});

test('places :: cells :: the wish for land, sea or nearest changes nothing', () => {
  const url = '/v1/air-quality?latitude=55.64&longitude=12.08&hourly=pm2_5';
  for (const cell of ['land', 'sea', 'nearest'])
    assert.is(textOf(ask(`${url}&cell_selection=${cell}`)), textOf(ask(url)));
});

test.run();
