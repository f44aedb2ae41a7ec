import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pause } from '../../http/pause.ts';
import { errorOf, json, withServer } from './server.ts';

const reason = new Error('enough');

test('abort :: before the request :: nothing is sent', () =>
  withServer(json(1), async ({ http, url, seen }) => {
    assert.is(await errorOf(http.get(url, { signal: AbortSignal.abort(reason) })), reason);
    assert.is(seen.length, 0);
  }));

test('abort :: while the server thinks', () => {
  const stop = new AbortController();
  return withServer(
    () => stop.abort(reason),
    async ({ http, url, seen }) => {
      assert.is(await errorOf(http.get(url, { signal: stop.signal })), reason);
      assert.is(seen.length, 1);
    },
  );
});

test('abort :: in the middle of the body', () => {
  const stop = new AbortController();
  return withServer(
    (_request, response) => {
      response.writeHead(200).write('{');
      setImmediate(() => stop.abort(reason));
    },
    async ({ http, url }) => assert.is(await errorOf(http.get(url, { signal: stop.signal })), reason),
  );
});

test('abort :: in the queue, and the next one gets the turn', () =>
  withServer(
    [() => undefined, json(2)],
    async ({ http, url, seen }) => {
      const [first, second] = [new AbortController(), new AbortController()];
      const running = errorOf(http.get(`${url}/1`, { signal: first.signal }));
      const waiting = errorOf(http.get(`${url}/2`, { signal: second.signal }));
      while (seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
      second.abort(reason);
      assert.is(await waiting, reason);
      first.abort(reason);
      assert.is(await running, reason);
      assert.is((await http.get(`${url}/3`)).json(), 2);
      assert.equal(
        seen.map((request) => request.url),
        ['/1', '/3'],
      );
    },
    { perHost: 1 },
  ));

test('abort :: while it waits before another try', () => {
  const stop = new AbortController();
  return withServer(
    { status: 503 },
    async ({ http, url, seen }) => {
      assert.is(await errorOf(http.get(url, { signal: stop.signal })), reason);
      assert.is(seen.length, 1);
    },
    {
      sleep: (ms, signal) => {
        setImmediate(() => stop.abort(reason));
        return pause(ms * 1000, signal);
      },
    },
  );
});

test('pause :: ends by itself', async () => {
  await pause(1, new AbortController().signal);
});

test.run();
