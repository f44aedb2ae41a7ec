import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { retryAfterMs, type TryOutcome, waitMs } from '../../http/retry.ts';

const NOW = Date.UTC(2026, 10, 24, 9);
const wait = (outcome: TryOutcome, { method = 'GET', tries = 1, retries = 3, random = 0 } = {}) =>
  waitMs({ method, retries, maxWaitMs: 30_000 }, { outcome, tries, nowMs: NOW, random });
const status = (code: number, retryAfter?: string): TryOutcome => ({
  kind: 'status',
  status: code,
  retryAfter,
});

test('wait :: grows with each try, and a little by chance', () => {
  assert.equal(
    [1, 2, 3].map((tries) => wait(status(503), { tries })),
    [500, 1000, 2000],
  );
  assert.is(wait(status(503), { random: 1 }), 750);
});

test('wait :: none when all tries are used', () => {
  assert.is(wait(status(503), { tries: 4 }), undefined);
  assert.is(wait(status(503), { retries: 0 }), undefined);
});

for (const code of [408, 429, 500, 502, 503, 504])
  test(`wait :: ${code} often passes`, () => assert.is(wait(status(code)), 500));
for (const code of [200, 301, 400, 401, 403, 404, 409, 410, 422, 425, 501, 505])
  test(`wait :: ${code} stays`, () => assert.is(wait(status(code)), undefined));

for (const method of ['GET', 'HEAD', 'PUT', 'DELETE'])
  test(`wait :: ${method} may be repeated`, () => assert.is(wait(status(503), { method }), 500));
for (const method of ['POST', 'PATCH'])
  test(`wait :: ${method} may act twice`, () => assert.is(wait(status(503, '1'), { method }), undefined));

test('wait :: trouble that does not pass', () => {
  assert.is(wait({ kind: 'trouble', passing: true }), 500);
  assert.is(wait({ kind: 'trouble', passing: false }), undefined);
});

test('wait :: Retry-After is kept to, also when it is 0', () => {
  assert.is(wait(status(429, '7')), 7000);
  assert.is(wait(status(429, '0')), 0);
  assert.is(wait(status(503, new Date(NOW + 4000).toUTCString())), 4000);
});

test('wait :: Retry-After beyond the limit :: no try, rather than one too early', () => {
  assert.is(wait(status(429, '30')), 30_000);
  assert.is(wait(status(429, '31')), undefined);
});

test('Retry-After :: what cannot be read counts as absent', () => {
  for (const value of [undefined, '', 'soon', '-5', '1.5']) assert.is(retryAfterMs(value, NOW), undefined);
});

test('Retry-After :: a date that has passed', () => {
  assert.is(retryAfterMs(new Date(NOW - 60_000).toUTCString(), NOW), 0);
});

test.run();
