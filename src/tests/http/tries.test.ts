import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NetworkError, ParseError, StatusError, TimeoutError } from '../../http/errors.ts';
import { errorOf, json, withServer } from './server.ts';

const overloaded = { status: 503, body: 'overloaded' };

test('tries :: what passes is tried again', () =>
  withServer([overloaded, overloaded, json({ ok: 1 })], async ({ http, url, pauses, seen }) => {
    const answer = await http.get(url);
    assert.equal([answer.status, answer.attempts, seen.length], [200, 3, 3]);
    assert.equal(pauses, [500, 1000]);
    assert.equal(
      answer.exchange.tries.map(({ outcome, waitMs }) => [outcome, waitMs]),
      [
        ['503 Service Unavailable', 500],
        ['503 Service Unavailable', 1000],
        ['200 OK', undefined],
      ],
    );
  }));

test('tries :: Retry-After in seconds and as a date', () => {
  const date = new Date(Date.UTC(2026, 10, 24, 9, 0, 9)).toUTCString();
  const refused = (after: string) => ({ status: 429, headers: { 'retry-after': after } });
  return withServer(
    [refused('2'), refused(date), json(1)],
    async ({ http, url, pauses }) => {
      await http.get(url);
      assert.equal(pauses, [2000, 9000]);
    },
    { now: () => Date.UTC(2026, 10, 24, 9) },
  );
});

test('tries :: a server that wants an hour is not asked again', () =>
  withServer({ status: 429, headers: { 'retry-after': '3600' } }, async ({ http, url, seen }) => {
    const error = await errorOf(http.get(url));
    assert.ok(error instanceof StatusError);
    assert.equal([seen.length, error.retryAfterMs, error.trouble], [1, 3_600_000, 'theirs']);
    assert.match(error.hint, 'Wait 60 min');
  }));

for (const method of ['POST', 'PATCH'] as const)
  test(`tries :: ${method} is sent once`, () =>
    withServer(overloaded, async ({ http, url, seen }) => {
      await errorOf(http.request(method, url, { json: { n: 1 } }));
      assert.is(seen.length, 1);
    }));

test('tries :: a POST whose connection breaks is sent once', () =>
  withServer(
    (request) => request.socket.destroy(),
    async ({ http, url, seen }) => {
      const error = await errorOf(http.post(url, { body: 'x' }));
      assert.instance(error, NetworkError);
      assert.is(seen.length, 1);
    },
  ));

test('tries :: 400 is asked once', () =>
  withServer({ status: 400, body: '{"reason":"no such variable"}' }, async ({ http, url, seen }) => {
    const error = await errorOf(http.get(url));
    assert.ok(error instanceof StatusError);
    assert.equal([seen.length, error.trouble, error.status], [1, 'yours', 400]);
    assert.match(
      error.message,
      /^GET http:\/\/127\.0\.0\.1:\d+\/ answered 400 Bad Request: no such variable$/,
    );
  }));

test('tries :: silence ends at the time limit', () =>
  withServer(
    [() => undefined, json({ ok: 1 })],
    async ({ http, url }) => {
      const answer = await http.get(url);
      assert.is(answer.exchange.tries[0]?.outcome, 'got no complete answer within 0.4 s');
      assert.is(answer.attempts, 2);
    },
    { timeoutMs: 400 },
  ));

test('tries :: a body that never ends ends at the time limit', () =>
  withServer(
    (_request, response) => void response.writeHead(200).write('{"a":'),
    async ({ http, url, seen }) => {
      const error = await errorOf(http.get(url, { retries: 1 }));
      assert.ok(error instanceof TimeoutError);
      assert.equal([error.code, error.attempts, seen.length], ['HTTP_TIMEOUT', 2, 2]);
    },
    { timeoutMs: 400 },
  ));

test('tries :: a cut body is asked for again', () =>
  withServer(
    [
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"a":');
        setImmediate(() => response.destroy());
      },
      json({ a: 1 }),
    ],
    async ({ http, url }) => {
      const answer = await http.get(url);
      assert.is(answer.exchange.tries[0]?.outcome, 'got an answer that was cut off');
      assert.equal(answer.json(), { a: 1 });
    },
  ));

test('tries :: JSON cut with good manners is asked for again, and not kept', () => {
  const cut = {
    headers: { 'content-type': 'application/json', 'cache-control': 'max-age=60' },
    body: '{"a":',
  };
  return withServer([cut, json({ a: 1 })], async ({ http, url, seen }) => {
    const answer = await http.get(url);
    assert.equal([answer.json(), answer.attempts, seen.length], [{ a: 1 }, 2, 2]);
  });
});

test('tries :: JSON that stays cut is given back, and fails when it is read', () =>
  withServer(json('x'), async ({ http, url }) => assert.is((await http.get(url)).json(), 'x')).then(() =>
    withServer({ headers: { 'content-type': 'application/json' }, body: '{"a":' }, async ({ http, url }) => {
      const answer = await http.get(url);
      assert.equal([answer.text, answer.attempts], ['{"a":', 4]);
      assert.throws(
        () => answer.json(),
        (error: unknown) => error instanceof ParseError && error.code === 'HTTP_BROKEN_JSON',
      );
    }),
  ));

test('tries :: nobody listens :: said at once', () =>
  withServer(json(1), async ({ url, http }) => {
    const gone = { url };
    await withServer(json(1), async (other) => {
      gone.url = other.url;
    });
    const error = await errorOf(http.get(gone.url));
    assert.ok(error instanceof NetworkError);
    assert.equal([error.code, error.kind, error.attempts], ['HTTP_REFUSED', 'refused', 1]);
    assert.match(error.hint, 'Is the server running?');
  }));

test.run();
