import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { json, withServer } from './server.ts';

test('cache :: fresh :: the server is not asked', () =>
  withServer(json({ a: 1 }, { 'cache-control': 'max-age=60' }), async ({ http, url, seen }) => {
    const first = await http.get(url);
    const second = await http.get(url);
    assert.equal([first.fromCache, second.fromCache, second.cache, seen.length], [false, true, 'fresh', 1]);
    assert.equal(second.json(), { a: 1 });
  }));

test('cache :: without permission nothing is kept', () =>
  withServer(json({ a: 1 }), async ({ http, url, seen }) => {
    await http.get(url);
    assert.is((await http.get(url)).fromCache, false);
    assert.is(seen.length, 2);
  }));

test('cache :: no-store', () =>
  withServer(json(1, { 'cache-control': 'no-store, max-age=60' }), async ({ http, url, seen }) => {
    await http.get(url);
    await http.get(url);
    assert.is(seen.length, 2);
  }));

test('cache :: stale :: the server confirms with 304', () =>
  withServer(
    [
      json({ a: 1 }, { 'cache-control': 'no-cache', etag: '"v1"' }),
      { status: 304, headers: { etag: '"v1"' } },
    ],
    async ({ http, url, seen }) => {
      await http.get(url);
      const answer = await http.get(url);
      assert.equal([answer.status, answer.cache, answer.json()], [200, 'revalidated', { a: 1 }]);
      assert.is(seen[1]?.headers['if-none-match'], '"v1"');
      assert.is(answer.exchange.request.headers['if-none-match'], '"v1"');
      assert.is(answer.headers.warning, undefined);
    },
  ));

test('cache :: stale :: the server has something new', () =>
  withServer(
    [json(1, { 'cache-control': 'no-cache', etag: '"v1"' }), json(2, { etag: '"v2"' })],
    async ({ http, url }) => {
      await http.get(url);
      const answer = await http.get(url);
      assert.equal([answer.json(), answer.fromCache], [2, false]);
    },
  ));

test('cache :: stale :: past its time it is asked for again', () => {
  const old = new Date(Date.now() - 120_000).toUTCString();
  return withServer(
    [json(1, { 'cache-control': 'max-age=60', date: old, age: '120' }), json(2)],
    async ({ http, url }) => {
      await http.get(url);
      assert.is((await http.get(url)).json(), 2);
    },
  );
});

test('cache :: vary :: another language is another answer', () =>
  withServer(
    (request, response) => {
      response.writeHead(200, { 'cache-control': 'max-age=60', vary: 'accept-language' });
      response.end(request.headers['accept-language']);
    },
    async ({ http, url, seen }) => {
      const ask = async (language: string) =>
        (await http.get(url, { headers: { 'accept-language': language } })).text;
      assert.equal(
        [await ask('da'), await ask('en'), await ask('da'), await ask('en')],
        ['da', 'en', 'da', 'en'],
      );
      assert.is(seen.length, 2);
    },
  ));

test('cache :: private :: kept, a notebook has one reader', () =>
  withServer(json(1, { 'cache-control': 'private, max-age=60' }), async ({ http, url, seen }) => {
    await http.get(url);
    await http.get(url);
    assert.is(seen.length, 1);
  }));

test('cache :: POST is never kept, and makes what is kept invalid', () =>
  withServer(json(1, { 'cache-control': 'max-age=60' }), async ({ http, url, seen }) => {
    await http.get(url);
    await http.post(url, { json: 2 });
    await http.get(url);
    assert.equal(
      seen.map(({ method }) => method),
      ['GET', 'POST', 'GET'],
    );
  }));

test('cache :: can be left out, for one request and for all', () =>
  withServer(json(1, { 'cache-control': 'max-age=60' }), async ({ http, url, seen }) => {
    await http.get(url);
    assert.is((await http.get(url, { cache: false })).fromCache, false);
    assert.is(seen.length, 2);
  }));

test('cache :: needs no turn at a busy host', () =>
  withServer(
    [json(1, { 'cache-control': 'max-age=60' }), () => undefined],
    async ({ http, url }) => {
      await http.get(`${url}/kept`);
      const stop = new AbortController();
      const busy = http.get(`${url}/busy`, { signal: stop.signal }).catch(() => undefined);
      assert.is((await http.get(`${url}/kept`)).cache, 'fresh');
      stop.abort();
      await busy;
    },
    { perHost: 1 },
  ));

test.run();
