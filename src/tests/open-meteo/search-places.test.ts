import { inspect } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../errors.ts';
import { ParseError } from '../../http/errors.ts';
import { searchPlaces } from '../../open-meteo/search-places.ts';
import { errorOf, json, withServer } from '../http/server.ts';
import { recorded } from './fixtures.ts';

test('search :: the recorded answer in Chinese', () =>
  withServer(
    { headers: { 'content-type': 'application/json' }, body: recorded('beijing') },
    async ({ http, url, seen }) => {
      const found = await searchPlaces('Beijing', { count: 1, language: 'zh', http, baseUrl: url });
      assert.is(seen[0]?.url, '/v1/search?name=Beijing&count=1&language=zh');
      assert.equal(found.places, [
        {
          name: '北京',
          latitude: 39.9075,
          longitude: 116.39723,
          timezone: 'Asia/Shanghai',
          id: 1816670,
          country: '中国',
          countryCode: 'CN',
          region: '北京市',
          population: 18960744,
          elevation: 49,
          kind: 'PPLC',
        },
      ]);
      assert.match(found.attribution, 'GeoNames');
      assert.match(inspect(found), '北京');
    },
  ));

test('search :: nothing found has no list', () =>
  withServer(json({ generationtime_ms: 0.4 }), async ({ http, url }) => {
    const found = await searchPlaces('Qwxyz', { http, baseUrl: url });
    assert.equal(found.places, []);
    assert.match(inspect(found), '0 places found');
  }));

test('search :: on the equator zero is left out', () =>
  withServer(json({ results: [{ id: 1, name: 'Null', timezone: 'GMT' }] }), async ({ http, url }) => {
    const { places } = await searchPlaces('Null', { http, baseUrl: url });
    assert.equal([places[0]?.latitude, places[0]?.longitude], [0, 0]);
  }));

test('search :: the country in capitals, letters outside ASCII', () =>
  withServer(json({}), async ({ http, url, seen }) => {
    await searchPlaces('Køge', { countryCode: 'dk', http, baseUrl: url });
    assert.is(seen[0]?.url, '/v1/search?name=K%C3%B8ge&countryCode=DK');
  }));

test('search :: another shape, no name', () =>
  withServer(json({ results: [{ id: 'x', name: 'Y' }] }), async ({ http, url }) => {
    const error = await errorOf(searchPlaces('Y', { http, baseUrl: url }));
    assert.ok(error instanceof ParseError);
    assert.match(error.message, /results\[0\]\.id is "x", expected a number$/);
    assert.instance(await errorOf(searchPlaces(' ', { http, baseUrl: url })), UsageError);
  }));

test.run();
