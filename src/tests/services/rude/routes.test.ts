import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ask, type Clock, NOW_MS, servicesFor } from '../serving.ts';

const clock: Clock = { ms: 0 };
const served = servicesFor(test, { clockMs: () => clock.ms, wallMs: () => NOW_MS });

const sessions = { count: 0 };
/** A new session for each test. */
const newSession = () => {
  sessions.count += 1;
  return `${served.url}/rude/s${sessions.count}`;
};
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: Error) => error.name,
  );

test('429 :: with Retry-After :: as seconds, or as a date', async () => {
  const url = `${newSession()}/air?script=429:7,429:date`;
  const seconds = await ask(url);
  assert.equal([seconds.status, seconds.headers.get('retry-after')], [429, '7']);
  const date = await ask(url);
  assert.is(date.headers.get('retry-after'), 'Tue, 24 Nov 2026 09:30:01 GMT');
});

test('statuses :: 503, 500, 404 :: JSON with a reason, no Retry-After', async () => {
  const url = `${newSession()}/air?script=503,500,404`;
  for (const status of [503, 500, 404]) {
    const answer = await ask(url);
    assert.equal([answer.status, answer.headers.get('retry-after')], [status, null]);
    assert.is((await answer.json()).error, true);
  }
});

test('ok :: a reading, labelled :: the same as at the other doors', async () => {
  const answer = await ask(`${newSession()}/air?city=beijing`);
  assert.is(answer.headers.get('x-airlab-data'), 'simulated, seed 7');
  const other = await ask(`${served.url}/doors/public/air?city=beijing`);
  assert.equal(await answer.json(), await other.json());
});

test('ok :: with seconds :: may be kept, without them nothing is said', async () => {
  const url = `${newSession()}/air?script=ok:60,ok`;
  assert.is((await ask(url)).headers.get('cache-control'), 'max-age=60');
  assert.is((await ask(url)).headers.get('cache-control'), null);
});

test('hang :: no answer :: the client must give up, or the connection ends', async () => {
  const url = `${newSession()}/air?script=hang,hang:0.05,ok`;
  assert.is(await failure(ask(url, { signal: AbortSignal.timeout(50) })), 'TimeoutError');
  assert.is(await failure(ask(url)), 'TypeError');
  assert.is((await ask(url)).status, 200);
});

test('cut :: the length agrees :: only JSON.parse notices', async () => {
  const text = await (await ask(`${newSession()}/air?script=cut`)).text();
  assert.throws(() => JSON.parse(text));
});

test('short :: less than promised :: reading the body fails', async () => {
  const answer = await ask(`${newSession()}/air?script=short`);
  assert.is(answer.status, 200);
  assert.is(await failure(answer.text()), 'TypeError');
});

test('slow :: in pieces :: headers first, all of it in the end', async () => {
  const answer = await ask(`${newSession()}/air?script=slow:0.1`);
  const pieces: Uint8Array[] = [];
  for await (const piece of answer.body ?? []) pieces.push(piece);
  assert.ok(pieces.length > 1);
  assert.is(JSON.parse(Buffer.concat(pieces).toString()).unit, 'μg/m³');
});

test('html, empty, 200-error :: 200 that is none', async () => {
  const url = `${newSession()}/air?script=html,empty,200-error`;
  const html = await ask(url);
  assert.equal([html.status, html.headers.get('content-type')], [200, 'text/html; charset=utf-8']);
  assert.is(await (await ask(url)).text(), '');
  assert.is((await (await ask(url)).json()).error, true);
});

test('reset :: the connection is cut', async () => {
  assert.is(await failure(ask(`${newSession()}/air?script=reset`)), 'TypeError');
});

test('redirect :: followed :: the address behind it answers, and both are in the log', async () => {
  const session = newSession();
  const stopped = await ask(`${session}/air?script=301,308`, { redirect: 'manual' });
  assert.is(stopped.status, 301);
  const followed = await ask(`${session}/air?script=301,308`);
  assert.equal([followed.status, followed.redirected], [200, true]);
  const { requests } = await (await ask(`${session}/log`)).json();
  assert.equal(
    requests.map(({ deed }: { deed: string }) => deed),
    ['301', '308', 'moved'],
  );
});

test('log :: an eager client :: told', async () => {
  const session = newSession();
  await ask(`${session}/air?script=429:2,ok`);
  clock.ms += 500;
  await ask(`${session}/air?script=429:2,ok`);
  const log = await (await ask(`${session}/log`)).json();
  assert.equal([log.count, log.early, log.requests[1].early, log.requests[1].atMs], [2, 1, true, 500]);
  assert.is((await ask(session, { method: 'DELETE' })).status, 204);
  assert.is((await (await ask(`${session}/log`)).json()).count, 0);
});

test('POST :: scripts hold for writing too :: a retried POST is counted', async () => {
  const session = newSession();
  for (const status of [503, 200])
    assert.is(
      (
        await ask(`${session}/air?script=503,ok`, {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/json' },
        })
      ).status,
      status,
    );
  const { requests } = await (await ask(`${session}/log`)).json();
  assert.equal(
    requests.map(({ method }: { method: string }) => method),
    ['POST', 'POST'],
  );
});

test('mistakes :: unknown word, strange name :: 400 with the words', async () => {
  const unknown = await ask(`${newSession()}/air?script=429,boom`);
  assert.is(unknown.status, 400);
  assert.match((await unknown.json()).error, 'boom');
  assert.is((await ask(`${served.url}/rude/a%20b/air`)).status, 400);
});

test.run();
