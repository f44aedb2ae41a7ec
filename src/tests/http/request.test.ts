import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../errors.ts';
import { errorOf, json, withServer } from './server.ts';

test('request :: query :: lists repeat the name, nothing is sent for nothing', () =>
  withServer(json(1), async ({ http, url, seen }) => {
    await http.get(`${url}/x?a=1`, { query: { b: [1, 'two'], c: true, d: undefined, e: null, f: 'ø &' } });
    assert.is(seen[0]?.url, '/x?a=1&b=1&b=two&c=true&f=%C3%B8+%26');
  }));

test('request :: bodies carry their type', () =>
  withServer(json(1), async ({ http, url, seen }) => {
    await http.post(url, { json: { a: null } });
    await http.put(url, { form: { a: 1, b: 'x y' } });
    await http.patch(url, { body: 'plain', headers: { 'Content-Type': 'text/plain' } });
    await http.delete(url);
    assert.equal(
      seen.map(({ method, headers, body }) => [method, headers['content-type'], body]),
      [
        ['POST', 'application/json', '{"a":null}'],
        ['PUT', 'application/x-www-form-urlencoded', 'a=1&b=x+y'],
        ['PATCH', 'text/plain', 'plain'],
        ['DELETE', undefined, ''],
      ],
    );
  }));

test('request :: HEAD brings headers only', () =>
  withServer({ headers: { 'x-size': '9', 'content-type': 'application/json' } }, async ({ http, url }) => {
    const answer = await http.head(url);
    assert.equal([answer.status, answer.headers['x-size'], answer.text, answer.attempts], [200, '9', '', 1]);
  }));

test('request :: own headers win, whatever their case', () =>
  withServer(json(1), async ({ http, url, seen }) => {
    await http.get(url, { headers: { Accept: 'text/csv', 'User-Agent': 'lesson 3' } });
    assert.equal([seen[0]?.headers.accept, seen[0]?.headers['user-agent']], ['text/csv', 'lesson 3']);
  }));

for (const [encoding, compress] of [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)
  test(`request :: an answer compressed with ${encoding}`, () =>
    withServer(
      { headers: { 'content-encoding': encoding }, body: compress('μg/m³') },
      async ({ http, url }) => assert.is((await http.get(url)).text, 'μg/m³'),
    ));

test('request :: a compressed answer that is cut is asked for again', () =>
  withServer(
    [
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync('a long text').subarray(0, 12) },
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync('a long text') },
    ],
    async ({ http, url }) => {
      const answer = await http.get(url);
      assert.equal([answer.text, answer.attempts], ['a long text', 2]);
    },
  ));

test('request :: charset of the content type', () =>
  withServer(
    { headers: { 'content-type': 'text/csv; charset=ISO-8859-1' }, body: Buffer.from('b5672f6db3', 'hex') },
    async ({ http, url }) => assert.is((await http.get(url)).text, 'µg/m³'),
  ));

test('request :: an answer that is too large, also one that was compressed', async () => {
  const big = 'x'.repeat(5000);
  for (const reply of [{ body: big }, { headers: { 'content-encoding': 'gzip' }, body: gzipSync(big) }])
    await withServer(
      reply,
      async ({ http, url, seen }) => {
        const error = await errorOf(http.get(url));
        assert.is(error instanceof Error && 'code' in error && error.code, 'HTTP_TOO_LARGE');
        assert.is(seen.length, 1);
      },
      { maxBytes: 1000 },
    );
});

for (const [what, wrong] of [
  ['no scheme', 'air-quality-api.open-meteo.com/v1'],
  ['a file', 'file:///etc/passwd'],
  ['nothing', ''],
] as const)
  test(`request :: URL :: ${what}`, () =>
    withServer(json(1), async ({ http }) => {
      const error = await errorOf(http.get(wrong));
      assert.ok(error instanceof UsageError);
      assert.is(error.code, 'HTTP_URL');
    }));

test('request :: two bodies', () =>
  withServer(json(1), async ({ http, url }) => {
    assert.instance(await errorOf(http.post(url, { json: 1, body: 'x' })), UsageError);
  }));

test('request :: a header that cannot be written', () =>
  withServer(json(1), async ({ http, url, seen }) => {
    const error = await errorOf(http.get(url, { headers: { 'x-name': 'a\nb' } }));
    assert.ok(error instanceof UsageError);
    assert.equal([error.code, seen.length], ['HTTP_REQUEST', 0]);
  }));

test.run();
