import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { probeLive } from '../../lab/live.ts';

const answering =
  (status: number): typeof fetch =>
  async () =>
    new Response('{}', { status });

test('live :: any answer counts, also a refusal', async () => {
  assert.is(await probeLive(answering(200)), 'reachable');
  assert.is(await probeLive(answering(429)), 'reachable');
});

test('live :: no connection', async () => {
  const failing: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
  assert.is(await probeLive(failing), 'unreachable');
});

test('live :: silence :: given up after the limit', async () => {
  const silent: typeof fetch = (_url, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  const alive = setInterval(() => undefined, 1_000);
  assert.is(await probeLive(silent, 5), 'unreachable');
  clearInterval(alive);
});

test.run();
