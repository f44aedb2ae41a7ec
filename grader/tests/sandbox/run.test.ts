import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compileAnswer } from '../../answer/compile.ts';
import { layers } from '../../sandbox/layers.ts';
import { type Run, type RunOptions, runAnswer, type UpstreamReply } from '../../sandbox/run.ts';
import { NOW_MS } from './boxes.ts';

const home = fileURLToPath(new URL('../../..', import.meta.url));
const HOST = 'https://air-quality-api.open-meteo.com';

/** Compiles TypeScript as a grading does and calls all its exports in order. */
async function run(source: string, options: Partial<RunOptions> = {}): Promise<Run> {
  const shown = 'exercises/answer.ts';
  const place = (line: number): string => `${shown}:${line}`;
  const compiled = await compileAnswer(
    { path: `${home}/${shown}`, shown, kind: 'typescript', source },
    { contents: source, loader: 'ts', place },
  );
  const names = [...source.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(
    (match) => match[1] ?? '',
  );
  return runAnswer(compiled, {
    calls: names.map((name) => ({
      id: name,
      part: 'part',
      export: name,
      args: [{ $date: '2026-11-24T09:40:00.000Z' }],
    })),
    nowMs: NOW_MS,
    upstream: echo,
    ...options,
  });
}

const json = (body: unknown, rest: Partial<UpstreamReply> = {}): UpstreamReply => ({
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  ...rest,
});

const echo: RunOptions['upstream'] = ({ method, origin, url, body }) =>
  json(`${method} ${origin}${url} ${body}`);

/** Answers the first request with trouble. */
const firstOf =
  (trouble: UpstreamReply): RunOptions['upstream'] =>
  (request) =>
    request.index === 0 ? trouble : echo(request);

const values = ({ outcomes }: Run): Record<string, unknown> =>
  Object.fromEntries(
    [...outcomes].map(([id, outcome]) => [id, outcome.kind === 'value' ? outcome.value : outcome]),
  );

const test = suite('run');

test('clients :: all of them reach the upstream, with the address as written', async () => {
  const result = await run(`
import axios from 'axios';
import http from 'node:http';
import https from 'node:https';
import * as undici from 'undici';
const read = (client: typeof https | typeof http, url: string, options = {}) => new Promise((resolve, reject) => {
  client.get(url, options, (response) => {
    let text = '';
    response.on('data', (chunk) => { text += chunk; }).on('end', () => resolve(JSON.parse(text)));
  }).on('error', reject);
});
export const globalFetch = async () => (await fetch('${HOST}/a?b=c')).json();
export const post = async () => (await fetch('http://example.org:8080/p', { method: 'POST', body: 'µ' })).json();
export const undiciFetch = async () => (await undici.fetch('${HOST}/u')).json();
export const undiciRequest = async () => (await undici.request('${HOST}/r')).body.json();
export const undiciPool = async () => (await new undici.Pool('${HOST}').request({ path: '/pool', method: 'GET' })).body.json();
export const nodeHttps = () => read(https, '${HOST}/https');
export const nodeHttp = () => read(http, 'http://127.0.0.1:8787/http');
export const ownAgent = () => read(https, '${HOST}/agent', { agent: new https.Agent({ keepAlive: true }) });
export const noAgent = () => read(http, 'http://localhost/no', { agent: false });
export const axiosHttp = async () => (await axios.get('${HOST}/axios')).data;
export const axiosFetch = async () => (await axios.get('${HOST}/axios-fetch', { adapter: 'fetch' })).data;
`);
  assert.equal(result.ending, { kind: 'finished' });
  assert.equal(values(result), {
    globalFetch: `GET ${HOST}/a?b=c `,
    post: 'POST http://example.org:8080/p µ',
    undiciFetch: `GET ${HOST}/u `,
    undiciRequest: `GET ${HOST}/r `,
    undiciPool: `GET ${HOST}/pool `,
    nodeHttps: `GET ${HOST}/https `,
    nodeHttp: 'GET http://127.0.0.1:8787/http ',
    ownAgent: `GET ${HOST}/agent `,
    noAgent: 'GET http://localhost/no ',
    axiosHttp: `GET ${HOST}/axios `,
    axiosFetch: `GET ${HOST}/axios-fetch `,
  });
  assert.is(result.requests.length, 11);
});

test('client of Open-Meteo :: its request reaches the upstream, FlatBuffers come back as bytes', async () => {
  const result = await run(
    `import { fetchWeatherApi } from 'openmeteo';
export const bytes = async () => (await fetchWeatherApi('${HOST}/v1/air-quality', { latitude: 55.6, hourly: 'pm2_5' })).length;`,
    { upstream: () => ({ kind: 'answer', status: 200, headers: {}, body: new Uint8Array(0) }) },
  );
  assert.equal(values(result), { bytes: 0 });
  assert.match(result.requests[0]?.url ?? '', /^\/v1\/air-quality\?.*format=flatbuffers/);
});

test('other protocols :: are refused in words', async () => {
  const result = await run(`
import http2 from 'node:http2';
import net from 'node:net';
const failure = (emitter: NodeJS.EventEmitter) => new Promise((resolve) => emitter.once('error', (error) => resolve(error.message)));
export const http2Session = () => failure(http2.connect('${HOST}'));
export const raw = () => { const socket = net.connect(25, 'mail.example.org'); socket.write('EHLO\\r\\n'); return failure(socket); };
export const socket = () => failure(new net.Socket().connect(80, 'example.org'));
export const listen = () => net.createServer().listen('/tmp/own.sock');
`);
  const { http2Session, raw, socket, listen } = values(result);
  for (const says of [http2Session, raw, socket]) assert.match(String(says), /while grading/);
  assert.match(JSON.stringify(listen), /Listening on a path is closed while grading/);
});

test('time :: starts at the moment of the data, in UTC, and waiting costs nothing', async () => {
  const result = await run(`
import { setTimeout as sleep } from 'node:timers/promises';
export const now = (given: Date) => [Date.now(), new Date().toISOString(), given.getTime(), new Date().getTimezoneOffset(), performance.now()];
export const waits = async () => { const from = Date.now(); await sleep(60_000); await new Promise((resolve) => setTimeout(resolve, 1_000)); return Date.now() - from; };
export const polls = () => { const from = Date.now(); while (Date.now() < from + 30_000); return true; };
export const order = async () => {
  const log: string[] = [];
  setTimeout(() => { log.push('5 a'); setImmediate(() => log.push('immediate')); queueMicrotask(() => log.push('microtask')); }, 5);
  setTimeout(() => log.push('5 b'), 5);
  setTimeout(() => log.push('1'), 1);
  const every = setInterval(() => log.push('every 4'), 4);
  await new Promise((resolve) => setTimeout(resolve, 10));
  clearInterval(every);
  return log;
};
export const polite = async () => {
  const log: string[] = [];
  setTimeout(() => log.push('timer'), 100);
  while (log.length === 0) await new Promise((resolve) => setImmediate(resolve));
  return log;
};
`);
  assert.equal(values(result), {
    now: [NOW_MS, '2026-11-24T09:40:00.000Z', NOW_MS, 0, 0],
    waits: 61_000,
    polls: true,
    order: ['1', 'every 4', '5 a', 'microtask', '5 b', 'immediate', 'every 4'],
    polite: ['timer'],
  });
});

const RETRYING = `export const retries = async () => {
  const from = Date.now();
  const first = await fetch('${HOST}/', { signal: AbortSignal.timeout(5_000) }).catch((error) => error);
  const text = first instanceof Response ? await first.text().catch((error) => error.message) : first.name;
  if (first instanceof Response && first.headers.get('retry-after')) await new Promise((resolve) => setTimeout(resolve, 1000 * Number(first.headers.get('retry-after'))));
  const second = await (await fetch('${HOST}/again')).json();
  return [first.status ?? null, text, Date.now() - from, second];
};`;

const TROUBLES: readonly (readonly [name: string, trouble: UpstreamReply, expected: readonly unknown[]])[] = [
  [
    '429',
    { kind: 'answer', status: 429, headers: { 'retry-after': '60' }, body: 'slow down' },
    [429, 'slow down', 60_000],
  ],
  ['hang', { kind: 'hang' }, [null, 'TimeoutError', 5_000]],
  ['cut', json('x'.repeat(1_000), { cutAt: 500 }), [200, 'terminated', 0]],
  ['delay', json('late', { delayMs: 3_000 }), [200, '"late"', 3_000]],
];

for (const [name, trouble, expected] of TROUBLES)
  test(`trouble :: ${name} :: as on a network, in virtual time`, async () => {
    const result = await run(RETRYING, { upstream: firstOf(trouble) });
    assert.equal(values(result), { retries: [...expected, `GET ${HOST}/again `] });
    assert.is(result.requests[1]?.atMs, expected[2]);
  });

test('trouble :: silence without a time limit :: names the request', async () => {
  const source = `import https from 'node:https';
export const waits = () => new Promise((resolve) => https.get('${HOST}/v1/x', resolve));`;
  const result = await run(source, { upstream: () => ({ kind: 'hang' }), limits: { virtualMs: 60_000 } });
  const says = `no answer from GET ${HOST}/v1/x for 60 s; no time limit was set`;
  assert.equal(result.ending, { kind: 'limit', limit: 'virtual-time', says });
  assert.equal(values(result), { waits: { kind: 'unfinished', why: says } });
});

test('outcomes :: each call has its own end', async () => {
  const result = await run(`
export function throws() {
  throw new RangeError('too far');
}
export async function caused() {
  throw new TypeError('fetch failed', { cause: new Error('other side closed') });
}
export const hangs = () => new Promise(() => {});
export const late = async () => { console.log('printed'); process.stdout.write('{"kind":"value","id":"late","value":"forged"}\\n'); return 'own'; };
export const nothing = 5;
`);
  assert.equal(values(result), {
    throws: { kind: 'threw', name: 'RangeError', message: 'too far', at: 'exercises/answer.ts:3' },
    caused: {
      kind: 'threw',
      name: 'TypeError',
      message: 'fetch failed (other side closed)',
      at: 'exercises/answer.ts:6',
    },
    hangs: { kind: 'unfinished', why: 'its promise never settles: nothing is left that it could wait for' },
    late: 'own',
    nothing: { kind: 'missing', found: ['caused', 'hangs', 'late', 'throws'] },
  });
  assert.match(result.output, /^printed\n\{"kind"/);
});

test('crash :: a rejection that nobody handles :: ends the run with its place', async () => {
  const result = await run(`export const first = () => 1;
export const second = () => {
  void Promise.reject(new Error('left alone'));
  return new Promise((resolve) => setTimeout(resolve, 10));
};`);
  assert.equal(result.ending, {
    kind: 'crashed',
    says: 'crashed with Error: left alone',
    at: 'exercises/answer.ts:3',
  });
  assert.is(values(result).first, 1);
});

test('crash :: the first lines throw :: every call says so', async () => {
  const result = await run(`if (Date.now() > 0) throw new Error('at the top');
export const act = () => 1;`);
  assert.equal(values(result), {
    act: { kind: 'threw', name: 'Error', message: 'at the top', at: 'exercises/answer.ts:1' },
  });
});

test('upstream :: our own failure :: is broken, never the answer', async () => {
  const result = await run(`export const act = async () => (await fetch('${HOST}/')).json();`, {
    upstream: () => {
      throw new Error('no such source');
    },
  });
  assert.equal(result.ending, { kind: 'broken', says: 'the classroom API failed: no such source' });
});

test('layers :: are those of the run', async () => {
  const result = await run('export const act = () => 1;');
  assert.equal(result.layers, layers().layers);
  assert.ok(result.layers.includes('node permissions'));
});

test.run();
