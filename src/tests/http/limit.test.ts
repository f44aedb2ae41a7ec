import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createLimiter } from '../../http/limit.ts';
import { withServer } from './server.ts';

const never = new AbortController().signal;
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('limit :: so many at once, the others in their order', async () => {
  const limiter = createLimiter(2);
  const entered: number[] = [];
  const leaves = [1, 2, 3, 4].map((number) =>
    limiter.enter('host', never).then((leave) => {
      entered.push(number);
      return leave;
    }),
  );
  await settled();
  assert.equal(entered, [1, 2]);
  (await leaves[0])?.();
  await settled();
  assert.equal(entered, [1, 2, 3]);
  (await leaves[1])?.();
  await settled();
  assert.equal(entered, [1, 2, 3, 4]);
});

test('limit :: each key has its own lane', async () => {
  const limiter = createLimiter(1);
  await limiter.enter('a', never);
  assert.type(await limiter.enter('b', never), 'function');
});

test('limit :: leaving twice gives room once', async () => {
  const limiter = createLimiter(1);
  const leave = await limiter.enter('host', never);
  leave();
  leave();
  await limiter.enter('host', never);
  const entered: string[] = [];
  void limiter.enter('host', never).then(() => entered.push('third'));
  await settled();
  assert.equal(entered, []);
});

test('limit :: who gives up leaves the queue', async () => {
  const limiter = createLimiter(1);
  const leave = await limiter.enter('host', never);
  const stop = new AbortController();
  const waiting = limiter.enter('host', stop.signal).then(
    () => 'entered',
    (reason) => reason,
  );
  stop.abort('changed my mind');
  assert.is(await waiting, 'changed my mind');
  leave();
  assert.type(await limiter.enter('host', never), 'function');
});

test('limit :: a host sees perHost requests at once, and never more', () => {
  const open: (() => void)[] = [];
  const most = { atOnce: 0, inAll: 0 };
  const answerAll = () => {
    for (const end of open.splice(0)) end();
  };
  return withServer(
    (_request, response) => {
      open.push(() => response.end('1'));
      most.atOnce = Math.max(most.atOnce, open.length);
      most.inAll += 1;
      // A little later, so that one too many would be seen.
      if (open.length === 3 || most.inAll === 20) setTimeout(answerAll, 20);
    },
    async ({ http, url }) => {
      await Promise.all(Array.from({ length: 20 }, (_, index) => http.get(`${url}/${index}`)));
      assert.equal(most, { atOnce: 3, inAll: 20 });
    },
    { perHost: 3 },
  );
});

test('limit :: waiting for a turn does not count against the time limit', () =>
  withServer(
    (_request, response) => void setTimeout(() => response.end('1'), 250),
    async ({ http, url }) => {
      const answers = await Promise.all([1, 2, 3, 4].map((number) => http.get(`${url}/${number}`)));
      assert.equal(
        answers.map(({ attempts }) => attempts),
        [1, 1, 1, 1],
      );
    },
    { perHost: 1, timeoutMs: 900 },
  ));

test.run();
