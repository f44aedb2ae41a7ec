import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NetworkError, StatusError } from '../../http/errors.ts';
import { errorOf, json, withServer } from './server.ts';

const to = (location: string, status = 302) => ({ status, headers: { location } });

test('redirects :: followed, and the way is told', () =>
  withServer([to('/b'), to('/c', 308), json(1)], async ({ http, url }) => {
    const answer = await http.get(`${url}/a`);
    assert.equal([answer.status, answer.url, answer.attempts], [200, `${url}/c`, 1]);
    assert.equal(answer.exchange.redirects, [`${url}/a`, `${url}/b`, `${url}/c`]);
  }));

test('redirects :: exactly as many as allowed', () =>
  withServer([to('/b'), to('/c'), json(1)], async ({ http, url }) => {
    assert.is((await http.get(`${url}/a`, { redirects: 2 })).status, 200);
  }));

test('redirects :: one too many', () =>
  withServer([to('/b'), to('/c'), json(1)], async ({ http, url }) => {
    const error = await errorOf(http.get(`${url}/a`, { redirects: 1 }));
    assert.ok(error instanceof StatusError);
    assert.equal([error.code, error.trouble, error.status], ['HTTP_REDIRECTS', 'theirs', 302]);
  }));

test('redirects :: 0 shows the answer itself', () =>
  withServer(to('/b'), async ({ http, url, seen }) => {
    const answer = await http.get(`${url}/a`, { redirects: 0 });
    assert.equal([answer.status, answer.ok, answer.headers.location, seen.length], [302, false, '/b', 1]);
  }));

test('redirects :: a circle', () =>
  withServer([to('/b'), to('/a'), to('/b')], async ({ http, url, seen }) => {
    const error = await errorOf(http.get(`${url}/a`));
    assert.ok(error instanceof NetworkError);
    assert.equal([error.kind, error.code, seen.length], ['redirect loop', 'HTTP_REDIRECT_LOOP', 2]);
  }));

test('redirects :: 303 after POST becomes GET without the body', () =>
  withServer([to('/done', 303), json(1)], async ({ http, url, seen }) => {
    const answer = await http.post(`${url}/orders`, { json: { n: 1 } });
    assert.equal(
      seen.map(({ method, body }) => [method, body]),
      [
        ['POST', '{"n":1}'],
        ['GET', ''],
      ],
    );
    assert.is(answer.exchange.request.method, 'GET');
    assert.is(answer.exchange.request.body, undefined);
  }));

test('redirects :: 307 keeps method and body', () =>
  withServer([to('/other', 307), json(1)], async ({ http, url, seen }) => {
    await http.post(`${url}/orders`, { json: { n: 1 } });
    assert.equal(
      seen.map(({ method, body }) => [method, body]),
      [
        ['POST', '{"n":1}'],
        ['POST', '{"n":1}'],
      ],
    );
  }));

test('redirects :: keys and cookies stay with the first host', () =>
  withServer(json(1), async (other) =>
    withServer(to(other.url), async ({ http, url, seen }) => {
      const secrets = { 'x-api-key': 'k-12345', authorization: 'Bearer t-12345', cookie: 'id=12345' };
      await http.get(url, { headers: { ...secrets, 'x-lesson': '3' } });
      assert.is(seen[0]?.headers['x-api-key'], 'k-12345');
      const headers = other.seen[0]?.headers ?? {};
      assert.equal(
        Object.keys(secrets).filter((name) => name in headers),
        [],
      );
      assert.is(headers['x-lesson'], '3');
    }),
  ));

test.run();
