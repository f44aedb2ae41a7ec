import { once } from 'node:events';
import { Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Answer, answer } from '../../classroom/answer.ts';
import { limitsOf } from '../../classroom/limits.ts';
import { type Served, startClassroomServer } from '../../classroom/server.ts';
import { isAirlabError } from '../../errors.ts';
import { NOW_MS, withServer, world } from './server-fixture.ts';

const test = suite('classroom :: server');

const WEEK = '/v1/air-quality?latitude=55.64,39.91&longitude=12.08,116.4&hourly=pm2_5,pm10&past_days=2';
const SMALL = '/v1/air-quality?latitude=55.64&longitude=12.08&current=pm2_5';

interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Unlike fetch it sends exactly what it is told and does not unpack the answer. */
async function ask(
  url: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
    agent,
  }: { method?: string; headers?: Record<string, string>; body?: string; agent?: Agent } = {},
): Promise<Reply> {
  const request = httpRequest(url, { path, method, headers, ...(agent === undefined ? {} : { agent }) });
  request.end(body);
  const response = await responseTo(request);
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) };
}

function responseTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
}

/** The time that an answer took is in it. */
const timeless = (body: Buffer | string): string =>
  String(body).replaceAll(/"generationtime_ms":[\d.e-]+/g, '"generationtime_ms":0');

test('answers :: what the contract answers, byte for byte', async () => {
  await withServer({}, async ({ url }) => {
    for (const path of [
      WEEK,
      SMALL,
      `${WEEK}&format=csv`,
      '/v1/air-quality?latitude=99&longitude=0',
      '/nowhere',
    ]) {
      const { status, body } = await ask(url, path);
      const expected = answer({ method: 'GET', host: new URL(url).host, url: path, headers: {} }, world);
      assert.is(status, expected.status, path);
      assert.is(timeless(body), timeless(Buffer.from(expected.body)), path);
    }
    const flat = await ask(url, `${WEEK}&format=flatbuffers`);
    assert.is(flat.headers['content-type'], 'application/octet-stream');
    assert.is(flat.body.readInt32LE(0) > 1_000, true);
  });
});

test('answers :: all name their data and their moment', async () => {
  await withServer({}, async ({ url }) => {
    for (const path of [WEEK, '/health', '/nowhere', '/v1/air-quality?latitude=x']) {
      const { headers } = await ask(url, path);
      assert.is(headers['x-airlab-data'], 'simulated, seed 3', path);
      assert.is(headers['x-airlab-now'], new Date(NOW_MS).toISOString(), path);
    }
  });
});

test('health :: version, data and moment', async () => {
  await withServer({}, async ({ url, port }) => {
    assert.is(url, `http://127.0.0.1:${port}`);
    const health = JSON.parse(String((await ask(url, '/health')).body));
    assert.match(health.version, /^\d+\.\d+\.\d+/);
    assert.equal(
      { ...health, version: '' },
      {
        ok: true,
        version: '',
        data: 'simulated, seed 3',
        kind: 'simulated',
        now: '2026-11-24T09:20:00.000Z',
      },
    );
  });
});

test('head :: the headers of GET without a body', async () => {
  await withServer({}, async ({ url }) => {
    for (const path of [SMALL, '/health', '/nowhere']) {
      const [head, get] = [await ask(url, path, { method: 'HEAD' }), await ask(url, path)];
      assert.is(head.status, get.status, path);
      assert.is(head.body.length, 0, path);
      assert.is(head.headers['content-type'], get.headers['content-type'], path);
      // The length differs by the digits of the time taken.
      assert.ok(Number(head.headers['content-length']) > 20, path);
    }
  });
});

test('gzip :: when asked for and worth it', async () => {
  await withServer({}, async ({ url }) => {
    const plain = await ask(url, WEEK);
    const packed = await ask(url, WEEK, { headers: { 'accept-encoding': 'deflate, gzip;q=0.5' } });
    assert.is(plain.headers['content-encoding'], undefined);
    assert.is(packed.headers['content-encoding'], 'gzip');
    assert.is(packed.headers.vary, 'accept-encoding');
    assert.ok(packed.body.length < plain.body.length / 2);
    assert.is(timeless(gunzipSync(packed.body)), timeless(plain.body));
    for (const [path, encodings] of [
      [SMALL, 'gzip'],
      [WEEK, 'gzip;q=0'],
      [WEEK, 'br'],
    ] as const) {
      const { headers } = await ask(url, path, { headers: { 'accept-encoding': encodings } });
      assert.is(headers['content-encoding'], undefined, `${path} ${encodings}`);
    }
  });
});

test('post :: form and JSON reach the contract', async () => {
  await withServer({}, async ({ url }) => {
    const get = await ask(url, WEEK);
    const form = WEEK.slice(WEEK.indexOf('?') + 1);
    const json = JSON.stringify({
      latitude: [55.64, 39.91],
      longitude: [12.08, 116.4],
      hourly: ['pm2_5', 'pm10'],
      past_days: 2,
    });
    for (const [type, body] of [
      ['application/x-www-form-urlencoded', form],
      ['application/json', json],
    ] as const) {
      const post = await ask(url, '/v1/air-quality', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      assert.is(post.status, 200, type);
      assert.is(timeless(post.body), timeless(get.body), type);
    }
  });
});

test('connections :: are kept for the next request', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await withServer({}, async ({ url }) => {
    const sockets = new Set<unknown>();
    agent.on('free', (socket) => sockets.add(socket));
    for (let count = 0; count < 5; count += 1) assert.is((await ask(url, SMALL, { agent })).status, 200);
    assert.is(sockets.size, 1);
    agent.destroy();
  });
});

test('long addresses :: 1,000 places are answered, more than fits is refused', async () => {
  await withServer({}, async ({ url }) => {
    const list = (value: string, count: number): string => Array(count).fill(value).join(',');
    const many = `/v1/air-quality?latitude=${list('55.641520', 1_000)}&longitude=${list('12.080350', 1_000)}&current=pm2_5`;
    const { status, body } = await ask(url, many);
    assert.is(status, 200);
    assert.is(JSON.parse(String(body)).length, 1_000);
    const tooMany = await ask(url, `/v1/air-quality?latitude=${list('55.641520', 20_000)}`);
    assert.is(tooMany.status, 431);
    assert.equal(JSON.parse(String(tooMany.body)), {
      error: true,
      reason: 'Request Header Fields Too Large',
    });
  });
});

test('broken requests :: an error in the form of Open-Meteo, and the next one is answered', async () => {
  await withServer({}, async ({ url, port }) => {
    const tooLarge = await ask(url, '/v1/air-quality', { method: 'POST', body: 'x'.repeat(200_000) });
    assert.is(tooLarge.status, 413);
    const undecodable = await ask(url, '/%zz');
    assert.is(undecodable.status, 400);
    for (const { body } of [tooLarge, undecodable]) assert.is(JSON.parse(String(body)).error, true);

    const socket = connect(port, '127.0.0.1');
    socket.write('this is not HTTP\r\n\r\n');
    const [answered] = await once(socket, 'data');
    assert.match(String(answered), /^HTTP\/1\.1 400 /);
    assert.match(String(answered), /"error":true/);
    assert.is((await ask(url, SMALL)).status, 200);
  });
});

test('any request :: never a 5xx, and errors give a reason', async () => {
  const part = fc.oneof(
    fc.constantFrom(
      'latitude',
      'hourly',
      'pm2_5',
      '1e400',
      '-91',
      'nan',
      '2026-02-31',
      'auto',
      '%',
      '%00',
      '..',
      '//',
    ),
    fc.string({ unit: 'grapheme-ascii', maxLength: 8 }).map(encodeURIComponent),
  );
  const paths = fc
    .tuple(
      fc.constantFrom(
        '/v1/air-quality',
        '/v1/forecast',
        '/v1/archive',
        '/v1/search',
        '/v1/get',
        '/v1',
        '/',
        '/health/x',
      ),
      fc.array(fc.tuple(part, part), { maxLength: 6 }),
    )
    .map(([path, query]) => `${path}?${query.map((pair) => pair.join('=')).join('&')}`);
  const methods = fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND');
  const troubles: unknown[] = [];
  await withServer({ trouble: (error) => troubles.push(error) }, async ({ url }) => {
    await fc.assert(
      fc.asyncProperty(paths, methods, async (path, method) => {
        const { status, body, headers } = await ask(url, path, { method });
        assert.ok(status < 500, `${method} ${path} answered ${status}`);
        if (status >= 400 && method !== 'HEAD') {
          const error = JSON.parse(String(body));
          assert.is(error.error, true);
          assert.ok(error.reason.length > 0);
          assert.match(headers['content-type'] ?? '', /^application\/json/);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
  assert.equal(troubles, []);
});

test('our bug :: 500 without its details, told once, and the server goes on', async () => {
  const troubles: unknown[] = [];
  const failing: Answer = (request, at) => {
    if (request.url === '/bug') throw new Error('secret detail');
    return answer(request, at);
  };
  await withServer({ answer: failing, trouble: (error) => troubles.push(error) }, async ({ url }) => {
    const { status, body } = await ask(url, '/bug');
    assert.is(status, 500);
    assert.equal(JSON.parse(String(body)), { error: true, reason: 'Internal Server Error' });
    assert.is(troubles.length, 1);
    assert.match(String(troubles[0]), /secret detail/);
    assert.is((await ask(url, SMALL)).status, 200);
  });
});

test('log :: every request with its status and time', async () => {
  const log: Served[] = [];
  await withServer({ log: (served) => log.push(served) }, async ({ url }) => {
    await ask(url, SMALL);
    await ask(url, '/nowhere', { method: 'POST' });
  });
  assert.equal(
    log.map(({ method, url, status, address }) => [method, url, status, address]),
    [
      ['GET', SMALL, 200, '127.0.0.1'],
      ['POST', '/nowhere', 404, '127.0.0.1'],
    ],
  );
  assert.ok(log.every(({ ms }) => ms > 0 && ms < 5_000));
});

test('clients that go away :: in the middle of an answer the server goes on', async () => {
  await withServer({}, async ({ url, port }) => {
    const huge = `${WEEK}&hourly=ozone,dust,us_aqi,european_aqi&past_days=92`;
    for (let count = 0; count < 20; count += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`GET ${huge} HTTP/1.1\r\nHost: x\r\n\r\n`);
      if (count % 2 === 0) await once(socket, 'data');
      socket.destroy();
    }
    assert.is((await ask(url, SMALL)).status, 200);
  });
});

test('close :: lets running answers end, cuts idle and half requests, frees the port', async () => {
  const started = withResolvers();
  const limits = limitsOf({ minutely: 1e9, hourly: 1e9, daily: 1e9 });
  const server = await startClassroomServer({
    port: 0,
    world: () => world,
    // With limits on, an answer takes some milliseconds, in which the server is told to close.
    limits: {
      ...limits,
      refusal: (address, nowMs) => {
        started.resolve();
        return limits.refusal(address, nowMs);
      },
    },
  });
  const half = connect(server.port, '127.0.0.1');
  half.write('POST /v1/air-quality HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nlatitude=');
  const halfClosed = once(half, 'close');
  half.on('error', () => undefined);
  const answering = ask(server.url, SMALL);
  await started.promise;
  await Promise.all([server.close(), halfClosed]);
  assert.is((await answering).status, 200);
  const next = await startClassroomServer({ port: server.port, world: () => world });
  assert.is(next.port, server.port);
  await next.close();
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test('port taken :: one error with ways on', async () => {
  await withServer({}, async ({ port }) => {
    const error = await startClassroomServer({ port, world: () => world }).then(
      () => undefined,
      (caught: unknown) => caught,
    );
    assert.ok(isAirlabError(error));
    assert.is(error.code, 'PORT_TAKEN');
    assert.match(error.message, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken`));
    assert.match(error.hint, /--port \d+/);
  });
});

test('limits :: five at once, then 429; none without the option', async () => {
  const statuses = async (url: string): Promise<number[]> =>
    (await Promise.all(Array.from({ length: 8 }, () => ask(url, SMALL)))).map(({ status }) => status).sort();
  const limits = limitsOf({ minutely: 100, hourly: 100, daily: 100 });
  await withServer({ limits }, async ({ url }) => {
    assert.equal(await statuses(url), [200, 200, 200, 200, 200, 429, 429, 429]);
    assert.equal(await statuses(url), [200, 200, 200, 200, 200, 429, 429, 429]);
  });
  await withServer({}, async ({ url }) => {
    assert.equal(await statuses(url), Array(8).fill(200));
  });
});

test('limits :: the minute is used up by weight, and ends', async () => {
  const at = { ms: NOW_MS };
  const limits = limitsOf({ minutely: 4, hourly: 100, daily: 100 });
  await withServer({ limits, clock: () => at.ms }, async ({ url }) => {
    // Two places count as two, an error as one.
    assert.is((await ask(url, WEEK)).status, 200);
    assert.is((await ask(url, '/v1/air-quality?latitude=99&longitude=0')).status, 400);
    assert.is((await ask(url, SMALL)).status, 200);
    const refused = await ask(url, SMALL);
    assert.is(refused.status, 429);
    assert.equal(JSON.parse(String(refused.body)), {
      error: true,
      reason: 'Minutely API request limit exceeded. Please try again in one minute.',
    });
    assert.is(refused.headers['retry-after'], undefined);
    assert.is(refused.headers['x-airlab-data'], 'simulated, seed 3');
    assert.is((await ask(url, '/health')).status, 200);
    at.ms += 60_000;
    assert.is((await ask(url, SMALL)).status, 200);
  });
});

test.run();
