import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../errors.ts';
import { isHttpError, ParseError, StatusError } from '../../http/errors.ts';
import { failureOf } from '../../http/failure.ts';
import { errorOf, json, withServer } from './server.ts';

const url = new URL('https://air-quality-api.open-meteo.com/v1');
const failure = (code: string, isOnline = true) =>
  failureOf(Object.assign(new Error(code), { code }), { url, timeoutMs: 5000, isOnline: () => isOnline });

for (const [code, kind, passing] of [
  ['ENOTFOUND', 'dns', false],
  ['EAI_AGAIN', 'dns', true],
  ['ECONNREFUSED', 'refused', false],
  ['ECONNRESET', 'reset', true],
  ['UND_ERR_SOCKET', 'reset', true],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout', true],
  ['ETIMEDOUT', 'timeout', true],
  ['ENETUNREACH', 'offline', false],
  ['CERT_HAS_EXPIRED', 'tls', false],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', false],
  ['HPE_INVALID_CONSTANT', 'other', false],
] as const)
  test(`failure :: ${code} is ${kind}`, () => {
    const found = failure(code);
    assert.equal([found.kind, found.passing], [kind, passing]);
    assert.ok(found.says.length > 10 && found.hint.length > 10);
  });

test('failure :: without a network no name is found; that is not a typo', () => {
  assert.is(failure('ENOTFOUND', false).kind, 'offline');
  assert.match(failure('ENOTFOUND', false).hint, 'npm start -- --offline');
});

test('failure :: the code may be further in', () => {
  const inner = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
  const setting = { url, timeoutMs: 5000, isOnline: () => true };
  assert.is(failureOf(new AggregateError([inner]), setting).kind, 'refused');
  assert.is(failureOf(new Error('fetch failed', { cause: inner }), setting).kind, 'refused');
});

for (const [status, trouble] of [
  [400, 'yours'],
  [401, 'yours'],
  [404, 'yours'],
  [408, 'theirs'],
  [429, 'theirs'],
  [500, 'theirs'],
  [503, 'theirs'],
] as const)
  test(`status :: ${status} is ${trouble}`, () =>
    withServer({ status, body: 'no' }, async ({ http, url }) => {
      const error = await errorOf(http.get(url, { retries: 0 }));
      assert.ok(error instanceof StatusError && isAirlabError(error) && isHttpError(error));
      assert.equal([error.status, error.trouble], [status, trouble]);
      assert.ok(error.hint.length > 10);
    }));

for (const [name, body] of [
  ['reason', '{"error":true,"reason":"Not Found"}'],
  ['detail', '{"type":"about:blank","detail":"Not Found"}'],
] as const)
  test(`status :: the server's own words :: ${name}`, () =>
    withServer({ status: 404, body }, async ({ http, url }) => {
      const error = await errorOf(http.get(url));
      assert.match(error instanceof Error ? error.message : '', /404 Not Found: Not Found$/);
    }));

test('status :: anyStatus gives the answer instead', () =>
  withServer({ status: 404, body: 'gone' }, async ({ http, url }) => {
    const answer = await http.get(url, { anyStatus: true });
    assert.equal([answer.status, answer.ok, answer.text], [404, false, 'gone']);
  }));

const parseError = (body: string, type = 'text/html') =>
  withServer({ headers: { 'content-type': type }, body }, async ({ http, url }) => {
    const answer = await http.get(url);
    const error = await errorOf(Promise.resolve().then(() => answer.json()));
    assert.ok(error instanceof ParseError);
    seen.push(error);
  });
const seen: ParseError[] = [];

test('parse :: a web page', async () => {
  await parseError('<!doctype html><title>Log in</title>');
  assert.is(seen.at(-1)?.code, 'HTTP_NOT_JSON');
  assert.match(seen.at(-1)?.message ?? '', /answered with a web page \(text\/html\) where JSON was expected/);
});

test('parse :: nothing', async () => {
  await parseError('');
  assert.is(seen.at(-1)?.code, 'HTTP_EMPTY');
});

test('parse :: something else', async () => {
  await parseError('Unexpected error while streaming data: timeoutReached', 'text/plain');
  assert.is(seen.at(-1)?.code, 'HTTP_BROKEN_JSON');
  assert.match(seen.at(-1)?.body ?? '', 'Unexpected error');
});

test('parse :: a check types the answer, or says what is wrong', () =>
  withServer(json({ n: 1 }), async ({ http, url }) => {
    const answer = await http.get(url);
    const numberIn = (value: unknown): number => {
      const n: unknown = Reflect.get(Object(value), 'n');
      if (typeof n === 'number') return n;
      throw new TypeError('n is missing');
    };
    assert.is(answer.json(numberIn).toFixed(1), '1.0');
    const error = await errorOf(
      Promise.resolve().then(() =>
        answer.json(() => {
          throw new TypeError('n is "x", expected a number');
        }),
      ),
    );
    assert.ok(error instanceof ParseError);
    assert.equal([error.code, error.trouble], ['HTTP_SHAPE', 'theirs']);
    assert.match(error.message, /unexpected shape: n is "x", expected a number$/);
  }));

test.run();
