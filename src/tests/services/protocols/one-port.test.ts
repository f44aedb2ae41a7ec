import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { shareOnePort, speechOf } from '../../../services/protocols/one-port.ts';

test('speech :: first bytes :: as soon as they can be told apart', () => {
  const of = (text: string) => speechOf(Buffer.from(text, 'latin1'));
  assert.equal(['G', 'POST /', 'PU', 'PRO', '\u0010\u0010', '\u0016\u0003\u0001', 'x'].map(of), [
    'http',
    'http',
    'http',
    'http',
    'mqtt',
    'http',
    'http',
  ]);
  assert.equal(['', 'P', 'PR', 'PRI', 'PRI ', 'PRI * HTTP/2.0'].map(of), [
    undefined,
    undefined,
    undefined,
    undefined,
    'grpc',
    'grpc',
  ]);
});

const running: { server: Server; port: number; others: [string, string][]; close: () => void }[] = [];

/** An HTTP server that echoes bodies, with one port for all. */
async function start() {
  const others: [string, string][] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => response.end(`${request.method} ${Buffer.concat(parts).length}`));
  });
  const { close } = shareOnePort(server, (speech, socket) => {
    socket.once('data', (bytes) => {
      others.push([speech, bytes.toString('latin1')]);
      socket.end('bye');
    });
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const started = {
    server,
    port: typeof address === 'object' && address !== null ? address.port : 0,
    others,
    close,
  };
  running.push(started);
  return started;
}
test.after(() => {
  for (const { server, close } of running) {
    close();
    server.closeAllConnections();
    server.close();
  }
});

const said = (socket: Socket) =>
  new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
    });
    socket.on('close', () => resolve(text));
    socket.on('error', () => resolve(text));
  });

test('HTTP :: one letter at a time, two requests, a large body :: as without the sharing', async () => {
  const { port } = await start();
  const socket = connect(port, '127.0.0.1');
  const answer = said(socket);
  for (const letter of 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\nhi')
    await new Promise<void>((resolve) => socket.write(letter, () => resolve()));
  socket.write('GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
  const text = await answer;
  assert.match(text, 'POST 2');
  assert.match(text, 'GET 0');
  const body = 'x'.repeat(3_000_000);
  const url = `http://127.0.0.1:${port}`;
  const answers = await Promise.all(
    [1, 2, 3, 4].map(async () => (await fetch(url, { method: 'PUT', body })).text()),
  );
  assert.equal(answers, ['PUT 3000000', 'PUT 3000000', 'PUT 3000000', 'PUT 3000000']);
});

test('others :: MQTT, HTTP/2 in pieces :: handed over with all their bytes', async () => {
  const { port, others } = await start();
  const mqtt = connect(port, '127.0.0.1');
  mqtt.write('\u0010\u000ehello');
  assert.is(await said(mqtt), 'bye');
  const http2 = connect(port, '127.0.0.1');
  const answer = said(http2);
  for (const part of ['P', 'RI', ' * HTTP/2.0']) {
    await new Promise<void>((resolve) => http2.write(part, () => resolve()));
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.is(await answer, 'bye');
  assert.equal(
    others.map(([speech]) => speech),
    ['mqtt', 'grpc'],
  );
  assert.is(others[0]?.[1], '\u0010\u000ehello');
  assert.ok(others[1]?.[1].startsWith('PRI '));
});

test('silence :: closed before a word, by the client or by the server :: nothing hangs', async () => {
  const { server, port, close } = await start();
  const gone = connect(port, '127.0.0.1');
  await new Promise((resolve) => gone.once('connect', resolve));
  gone.destroy();
  const silent = connect(port, '127.0.0.1');
  await new Promise((resolve) => server.once('connection', resolve));
  const ended = said(silent);
  await (await fetch(`http://127.0.0.1:${port}`)).text();
  close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  assert.is(await ended, '');
});

test.run();
