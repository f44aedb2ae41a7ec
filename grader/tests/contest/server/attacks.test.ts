import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openRoom, SECRET } from './room.ts';

const test = suite('contest server under attack');
const room = await openRoom();
const ada = await room.join('Ada');
await room.act({ action: 'start', inS: 0 });

const XSS = '<img src=x onerror=alert(1)>"\'><script>alert(1)</script>';

test('names :: control characters and odd blanks are cleaned, the rest stays text', async () => {
  const joined = await room.post('/api/join', { nick: ' \u0000Eve\u202e\n\t<b>  x ' });
  assert.is(joined.status, 200);
  assert.not.match(joined.body.nick ?? '', /[\p{Cc}\p{Cf}]/u);
  assert.ok((joined.body.nick ?? '').length <= 24);
  const response = await room.ask('/api/contest');
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  assert.is(response.headers.get('x-content-type-options'), 'nosniff');
});

test('names :: two that look the same are one', async () => {
  await room.join('Zoë');
  for (const nick of ['ZOË', 'Zoe\u0308', ' zoë ']) {
    const { body } = await room.post('/api/join', { nick });
    assert.is(body.error?.code, 'NICK_TAKEN', nick);
  }
});

test('messages :: are told as text, never as markup', async () => {
  await room.act({ action: 'tell', text: XSS });
  const { body } = await room.ask('/api/contest');
  assert.is(body.messages?.at(-1)?.text, XSS);
});

const FORGED = [
  'x',
  'x'.repeat(199),
  'x'.repeat(5_000),
  randomUUID(),
  '../../etc/passwd',
  "' OR 1=1 --",
  SECRET,
  '%00',
];

test('tokens :: forged ones belong to nobody', async () => {
  for (const as of FORGED) {
    const { status } = await room.ask('/api/snapshot', { as });
    assert.ok(status === 401 || status === 431, `${as.slice(0, 20)}: ${status}`);
    assert.is((await room.ask('/api/contest', { as })).body.own, undefined);
  }
});

test('console :: closed without its secret, to students and to guesses', async () => {
  for (const as of [undefined, ada, ...FORGED.filter((one) => one !== SECRET && one.length < 1_000)]) {
    const options = as === undefined ? {} : { as };
    assert.is((await room.ask('/api/console', options)).status, 401);
    assert.is((await room.ask('/api/console/events', options)).status, 401);
    const act = await room.ask('/api/console/do', {
      ...options,
      method: 'POST',
      body: '{"action":"end"}',
      headers: { 'content-type': 'application/json' },
    });
    assert.is(act.status, 401);
  }
  assert.is(room.parts.host.contest.endedMs, undefined);
});

test('console :: the secret cannot be tried often', async () => {
  const tries = Array.from({ length: 30 }, (_, index) =>
    room.post('/api/console/session', { secret: `guess ${index}` }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  assert.ok(statuses.filter((status) => status === 429).length >= 10, statuses.join());
});

test('pin :: cannot be tried often', async () => {
  const tries = Array.from({ length: 40 }, (_, index) =>
    room.post('/api/join', { nick: 'Ada', pin: String(1000 + index) }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  assert.not.ok(statuses.includes(200));
  assert.ok(statuses.filter((status) => status === 429).length >= 10, statuses.join());
});

test('bodies :: too large, broken, of a wrong type, with odd fields :: are refused, never a 500', async () => {
  const json = { 'content-type': 'application/json' };
  const text = { 'content-type': 'text/plain' };
  const submit = `/api/submissions?id=${randomUUID()}&kind=ts`;
  const asked = [
    room.ask('/api/join', { method: 'POST', body: '{"nick":', headers: json }),
    room.ask('/api/join', {
      method: 'POST',
      body: 'nick=Ada',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    room.post('/api/join', { nick: 5 }),
    room.post('/api/join', { nick: { $ne: null } }),
    room.post('/api/join', { nick: 'Mal', admin: true }),
    room.post('/api/join', { nick: 'x'.repeat(70_000) }),
    room.ask('/api/join', { method: 'POST', body: '{"__proto__":{"nick":"x"}}', headers: json }),
    room.ask(submit, { as: ada, method: 'POST', body: 'x'.repeat(300_000), headers: text }),
    room.ask(submit, { as: ada, method: 'POST', body: '{"a":1}', headers: json }),
    room.ask(submit, { as: ada, method: 'POST', body: '', headers: text }),
    room.ask('/api/submissions?id=../../x&kind=ts', { as: ada, method: 'POST', body: 'x', headers: text }),
    room.ask(`/api/submissions?id=${randomUUID()}&kind=exe`, {
      as: ada,
      method: 'POST',
      body: 'x',
      headers: text,
    }),
    room.ask(`/api/submissions?id=${randomUUID()}&kind=ts&queuedMs=-1`, {
      as: ada,
      method: 'POST',
      body: 'x',
      headers: text,
    }),
    room.post('/api/console/do', { action: 'pace', person: 'x', factor: 99, minutes: 1 }, SECRET),
    room.post('/api/console/do', { action: 'extend', minutes: 1e9 }, SECRET),
    room.post('/api/console/do', { action: 'drop table' }, SECRET),
    room.post('/api/console/do', { action: 'tell', text: 'x', type: 'closed' }, SECRET),
  ];
  for (const { status, body } of await Promise.all(asked)) {
    assert.ok(status >= 400 && status < 500, `${status} ${JSON.stringify(body)}`);
    assert.type(body.error?.code, 'string');
  }
  assert.equal(room.log, []);
});

test('paths :: nothing outside the list of pages', async () => {
  for (const path of [
    '/assets/',
    '/assets/../package.json',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/.airlab/contest/contest.json',
    '//etc/passwd',
    '/docs/../../etc/passwd',
  ])
    assert.is(
      (await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).match(
        /^HTTP\/1\.1 (\d+)/,
      )?.[1],
      '404',
      path,
    );
});

test('slow requests :: end by themselves, and block nobody', async () => {
  const began = performance.now();
  const slow = raw('POST /api/join HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{');
  const head = raw('GET /api/time HTTP/1.1\r\nhost:');
  assert.is((await room.ask('/api/time')).status, 200);
  await Promise.all([slow, head]);
  assert.ok(performance.now() - began < 15_000);
});

test('clock games :: the moment of the student is shown, never counted', async () => {
  const bob = await room.join('Bob');
  const early = room.parts.host.contest.clock.startMs ?? 0;
  await room.ask(`/api/submissions?id=${randomUUID()}&kind=ts&queuedMs=${early}`, {
    as: bob,
    method: 'POST',
    body: 'export {}',
    headers: { 'content-type': 'text/plain', date: new Date(0).toUTCString() },
  });
  const { body } = await room.ask('/api/contest', { as: bob });
  const [sent] = body.own?.submissions ?? [];
  assert.is(sent?.queuedMs, early);
  assert.ok((sent?.receivedMs ?? 0) > early);
});

test('secrets :: are in no answer, no journal and no log', async () => {
  const { rows } = await room.parts.database.pool.query<{ event: unknown }>(
    'SELECT event FROM airlab.journal',
  );
  const told = JSON.stringify([rows, (await room.ask('/api/console', { as: SECRET })).body, room.log]);
  for (const secret of [ada, SECRET, room.parts.data.seed]) assert.not.ok(told.includes(secret));
});

/** Sends bytes as they are, and reads until the server ends the connection. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(room.url).port), '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('error', () => resolve(said));
    socket.on('close', () => resolve(said));
  });
}

test.after(() => room.close());
test.run();
