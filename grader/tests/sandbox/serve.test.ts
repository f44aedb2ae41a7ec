import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Reply, Wave } from '../../exercise.ts';
import type { Limits, Run, RunOptions } from '../../sandbox/run.ts';
import { runAnswer } from '../../sandbox/run.ts';
import { runIn } from '../../sandbox/run-in.ts';
import { Standby } from '../../sandbox/standby.ts';
import { answer, boxes, leftovers, NOW_MS } from './boxes.ts';

/** Servers of answers: they listen in memory, and visitors ask them. */
const test = suite('serve');

const CODE = `
const http = require('node:http');
const net = require('node:net');
const serving = (handler) => () => http.createServer(handler);

exports.plain = serving((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.statusCode = 201;
    response.end(JSON.stringify([request.method, request.url, request.headers['x-own'] ?? '', Buffer.concat(chunks).toString()]));
  });
});
exports.promised = async () => ({ listen: async (options) => void exports.plain().listen(options) });
exports.raw = () => net.createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\\r\\ncontent-length: 3\\r\\n\\r\\nraw')));
exports.asksUpstream = serving(async (request, response) => {
  const reply = await fetch('https://api.open-meteo.com/data');
  response.end(await reply.text());
});
exports.asksItself = serving(async (request, response) => {
  if (request.url === '/inner') return response.end('inner');
  const { port } = request.socket.server.address();
  const inner = await fetch('http://localhost:' + port + '/inner');
  http.get({ port, path: '/inner' }, async (second) => {
    const texts = [await inner.text()];
    for await (const chunk of second) texts.push(String(chunk));
    response.end(texts.join());
  });
});
exports.address = () => {
  const server = http.createServer((request, response) => response.end(JSON.stringify([server.listening, server.address().family, server.address().port > 1023])));
  return server;
};
exports.ports = async () => {
  const listening = (server, ...args) => new Promise((resolve) => server.once('error', ({ code }) => resolve(code)).listen(...args, () => resolve(server.address().port)));
  const [one, two] = [http.createServer(), http.createServer()];
  const told = [await listening(one, 3000), await listening(two, 3000, '0.0.0.0')];
  try { one.listen(3001); } catch ({ code }) { told.push(code); }
  try { two.listen(70000); } catch ({ code }) { told.push(code); }
  await new Promise((resolve) => one.close(resolve));
  told.push(one.listening, await listening(two, { port: 3000 }));
  return told;
};
exports.hundreds = async () => {
  const told = [];
  for (let count = 0; count < 300; count += 1)
    told.push(await new Promise((resolve) => http.createServer().once('error', ({ code }) => resolve(code)).listen(0, () => resolve('open'))));
  return [told.filter((one) => one === 'open').length, [...new Set(told)]];
};
exports.aborted = async () => {
  const stop = new AbortController();
  const server = http.createServer().listen({ port: 0, signal: stop.signal });
  await new Promise((resolve) => server.once('listening', resolve));
  stop.abort();
  await new Promise((resolve) => server.once('close', resolve));
  return server.address();
};

exports.ownPort = () => exports.plain().listen(8080);
exports.ownAnyPort = () => exports.plain().listen(0);
const shared = http.createServer((request, response) => response.end('shared'));
exports.same = () => shared;
exports.sameAgain = () => shared;
exports.besides = async () => {
  const other = http.createServer((request, response) => response.end('other'));
  await new Promise((resolve) => other.listen(0, resolve));
  return exports.plain();
};
exports.nothing = () => undefined;
exports.noListen = () => ({ listen: () => 'not really' });
exports.refuses = () => ({ listen: () => { throw new Error('will not'); } });

exports.silent = serving((request, response) => { if (request.url !== '/silent') response.end('heard'); });
exports.endless = serving((request, response) => {
  const more = () => response.write('x'.repeat(1_000)) ? setImmediate(more) : response.once('drain', more);
  more();
});
exports.drips = serving((request, response) => setInterval(() => response.write('x'), 1_000));
exports.garbage = () => net.createServer((socket) => socket.write('no HTTP at all\\r\\n\\r\\n'));
exports.hangsUp = serving((request) => request.socket.destroy());
exports.cut = serving((request, response) => { response.writeHead(200, { 'content-length': 100 }); response.write('half', () => request.socket.end()); });
exports.secure = () => require('node:https').createServer((request, response) => response.end('x'));
exports.secondCrashes = () => {
  let count = 0;
  return http.createServer((request, response) => { if (++count === 2) throw new Error('second'); response.end('first'); });
};
exports.rejects = serving(async () => { throw new Error('nobody catches this'); });
exports.leaves = serving(() => process.exit(0));
exports.loops = serving(() => { for (;;); });
exports.floods = serving((request, response) => { for (;;) response.write(Buffer.alloc(1e6)); });
exports.forges = () => {
  http.request = http.get = () => { throw new Error('no visitors'); };
  return exports.plain();
};
exports.honest = async () => 'honest';

const leftServer = http.createServer((request, response) => response.end('left'));
exports.leaveServer = () => new Promise((resolve) => { globalThis.left = leftServer.listen(4321, () => resolve('listens')); });
exports.askLeft = async () => (await fetch('http://127.0.0.1:4321/')).text();
exports.takePort = () => http.createServer((request, response) => response.end('new')).listen(4321);
exports.askNew = () => new Promise((resolve) => { exports.takePort().on('listening', async () => resolve(await exports.askLeft())); });
`;

interface Wanted {
  readonly name: string;
  readonly visits?: readonly Wave[];
  readonly limits?: Partial<Limits>;
  /** Called after it. */
  readonly next?: string;
  readonly nextVisits?: readonly Wave[];
}

const call = (name: string, visits?: readonly Wave[]): RunOptions['calls'][number] => ({
  ...{ id: name, part: 'part', export: name, args: [] },
  ...(visits ? { visits } : {}),
});

/** Only who is to be visited may listen: after a call without visits comes one with. */
const inService = (name: string, visits?: readonly Wave[]): RunOptions['calls'] =>
  visits ? [call(name, visits)] : [call(name), call('plain', [get('/')])];

const upstream: RunOptions['upstream'] = () => ({
  ...{ kind: 'answer', status: 200, headers: {}, body: 'upstream', delayMs: 1_000 },
});

const get = (...paths: readonly string[]): Wave => ({ asks: paths.map((path) => ({ method: 'GET', path })) });

/** Short, as told by the visitors. */
function told(run: Run, name: string): unknown {
  const outcome = run.outcomes.get(name);
  if (outcome?.kind !== 'value') return outcome;
  const { value } = outcome;
  if (typeof value !== 'object' || value === null || !('replies' in value)) return value;
  return Array.isArray(value.replies) ? value.replies.map(short) : value;
}

const short = (reply: Reply): unknown =>
  reply.kind === 'answer' ? [reply.status, reply.body, reply.tookMs] : reply.kind;

for (const [walls, box] of Object.entries(boxes)) {
  const run = ({ name, visits, limits, next, nextVisits }: Wanted): Promise<Run> =>
    runIn(box, answer(CODE), {
      calls: next ? [call(name, visits), call(next, nextVisits)] : inService(name, visits),
      nowMs: NOW_MS,
      upstream,
      limits: { wallMs: 8_000, cpuS: 1, rssMb: 400, ...limits },
    });
  const visited = async (name: string, ...visits: readonly Wave[]): Promise<unknown> =>
    told(await run({ name, visits }), name);

  test(`servers :: node:http, net and whatever has listen :: ${walls}`, async () => {
    const ask = {
      ...{ method: 'PUT', path: '/a?b=1', headers: { 'x-own': 'yes' }, body: '{"ü":1}' },
    };
    assert.equal(await visited('plain', { asks: [ask] }), [[201, '["PUT","/a?b=1","yes","{\\"ü\\":1}"]', 0]]);
    assert.equal(await visited('promised', get('/')), [[201, '["GET","/","",""]', 0]]);
    assert.equal(await visited('raw', get('/')), [[200, 'raw', 0]]);
    assert.equal(await visited('ownAnyPort', get('/')), [[201, '["GET","/","",""]', 0]]);
    assert.equal(await visited('besides', get('/')), [[201, '["GET","/","",""]', 0]]);
    assert.equal(await visited('address', get('/')), [[200, '[true,"IPv4",true]', 0]]);
  });

  test(`servers :: one for two calls is started once :: ${walls}`, async () => {
    const visits = [get('/')];
    const seen = await run({ name: 'same', visits, next: 'sameAgain', nextVisits: visits });
    const reply = [[200, 'shared', 0]];
    assert.equal([told(seen, 'same'), told(seen, 'sameAgain')], [reply, reply]);
  });

  test(`time :: visitors at once wait together, in a row one after the other :: ${walls}`, async () => {
    const reply = [200, 'upstream', 1_000];
    const seen = await run({
      name: 'asksUpstream',
      visits: [get('/a', '/b'), { ...get('/c'), pauseMs: 500 }],
    });
    assert.equal(told(seen, 'asksUpstream'), [reply, reply, reply]);
    assert.equal(
      seen.requests.map(({ atMs }) => atMs),
      [0, 0, 1_500],
    );
  });

  test(`own requests :: reach the answer's own server, not the upstream :: ${walls}`, async () => {
    const seen = await run({ name: 'asksItself', visits: [get('/')] });
    assert.equal([told(seen, 'asksItself'), seen.requests.length], [[[200, 'inner,inner', 0]], 0]);
  });

  test(`ports :: as a system has them :: ${walls}`, async () => {
    const seen = await run({ name: 'ports' });
    assert.equal(told(seen, 'ports'), [
      ...[3000, 'EADDRINUSE', 'ERR_SERVER_ALREADY_LISTEN', 'ERR_SOCKET_BAD_PORT'],
      ...[false, 3000],
    ]);
    assert.equal(told(await run({ name: 'aborted' }), 'aborted'), null);
    assert.equal(told(await run({ name: 'hundreds' }), 'hundreds'), [100, ['open', 'EMFILE']]);
  });

  test(`no server :: it is said :: ${walls}`, async () => {
    assert.equal(await visited('ownPort', get('/')), { problem: 'own port', port: 8080 });
    assert.equal(await visited('nothing', get('/')), { problem: 'no server', given: null });
    const noListen = await visited('noListen', get('/'));
    assert.equal(noListen, { problem: 'no server', given: { listen: { $function: 'listen' } } });
    assert.match(JSON.stringify(await visited('refuses', get('/'))), /threw.*will not/);
  });

  test(`hostile :: silent, endless, broken: the visitor leaves :: ${walls}`, async () => {
    assert.equal(await visited('silent', get('/'), get('/silent'), get('/')), [[200, 'heard', 0], 'silent']);
    assert.equal(await visited('drips', get('/')), ['silent']);
    for (const name of ['endless', 'garbage', 'hangsUp', 'cut'])
      assert.equal(await visited(name, get('/')), ['broken'], name);
    assert.match(JSON.stringify(await visited('secure', get('/'))), /broken|silent/);
    assert.equal(await visited('forges', get('/')), [[201, '["GET","/","",""]', 0]]);
    assert.equal(leftovers(), []);
  });

  test(`hostile :: crashes and exits end the run, by name :: ${walls}`, async () => {
    const second = await run({ name: 'secondCrashes', visits: [get('/'), get('/')] });
    assert.match(JSON.stringify(second.ending), /crashed with Error: second/);
    const rejected = await run({ name: 'rejects', visits: [get('/')] });
    assert.match(JSON.stringify(rejected.ending), /crashed with Error: nobody/);
    const left = await run({ name: 'leaves', visits: [get('/')] });
    assert.match(JSON.stringify(left.ending), /process\.exit\(0\)/);
    assert.equal(leftovers(), []);
  });

  test(`hostile :: loops and floods end by a limit :: ${walls}`, async () => {
    for (const name of ['loops', 'floods']) {
      const { ending } = await run({ name, visits: [get('/')] });
      assert.ok(ending.kind === 'limit' || ending.kind === 'crashed', `${name}: ${JSON.stringify(ending)}`);
    }
    assert.equal(leftovers(), []);
  });

  test(`visits :: leave nothing to the next call :: ${walls}`, async () => {
    for (const name of ['silent', 'drips', 'endless', 'hangsUp']) {
      const seen = await run({ name, visits: [get('/silent')], next: 'honest' });
      assert.equal([told(seen, 'honest'), seen.ending], ['honest', { kind: 'finished' }], name);
    }
  });
}

test('listening :: closed where nobody visits', async () => {
  const code = `exports.act = () => { try { require('node:http').createServer().listen(0); return 'open'; } catch (error) { return [error.code, error.message]; } };`;
  const run = await runAnswer(answer(code), { calls: [call('act')], nowMs: NOW_MS, upstream });
  assert.equal(told(run, 'act'), [
    'ERR_SANDBOX_CLOSED',
    'net.Server.listen is closed while grading: an answer asks, it does not serve',
  ]);
});

test('sharing :: a server of an earlier run answers nobody', async () => {
  const standby = new Standby(1);
  const act = (name: string, visits?: readonly Wave[]): Promise<Run> =>
    runAnswer(answer(CODE), {
      calls: inService(name, visits),
      ...{ nowMs: NOW_MS, upstream, standby, mayShare: true },
    });
  try {
    const seen = [
      told(await act('leaveServer'), 'leaveServer'),
      told(await act('askLeft'), 'askLeft'),
      told(await act('askNew'), 'askNew'),
      told(await act('askLeft'), 'askLeft'),
      told(await act('plain', [get('/')]), 'plain'),
    ];
    assert.equal(seen, ['listens', 'upstream', 'new', 'upstream', [[201, '["GET","/","",""]', 0]]]);
  } finally {
    standby.end();
  }
});

test.run();
