import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createMeter, headBytes } from '../../../services/protocols/meter.ts';

const portOf = (address: string | AddressInfo | null) =>
  typeof address === 'object' && address !== null ? address.port : 0;

test('HTTP :: two requests on one connection :: each by its own bytes', async () => {
  const meter = createMeter();
  const server = createServer((request, response) => {
    if (request.url === '/rest') meter.http('rest', request, response);
    response.end('1234567890');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect(portOf(server.address()), '127.0.0.1');
  const other = 'GET /other HTTP/1.1\r\nHost: a\r\n\r\n';
  const counted = 'POST /rest HTTP/1.1\r\nHost: a\r\ncontent-length: 3\r\nConnection: close\r\n\r\nabc';
  socket.write(other);
  const [first] = await once(socket, 'data');
  let bytes = 0;
  socket.on('data', (part) => {
    bytes += part.length;
  });
  socket.write(counted);
  await once(socket, 'close');
  const { rest } = meter.counts();
  assert.ok(first.length > 0);
  assert.equal(rest, { connections: 0, roundTrips: 1, pushes: 0, bytesIn: counted.length, bytesOut: bytes });
  server.close();
});

test('heads :: names in any case, the same name twice :: the length on the wire', async () => {
  const request = 'GET /a?b=%20c HTTP/1.1\r\nHOST: a\r\nX-Two: 1\r\nx-two: 2\r\nConnection: close\r\n\r\n';
  const server = createServer((received, response) => response.end(String(headBytes(received))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect(portOf(server.address()), '127.0.0.1');
  socket.write(request);
  const [answer] = await once(socket, 'data');
  assert.match(String(answer), `\r\n\r\n${request.length}`);
  server.close();
});

test('sockets :: while open, after a reset, when closed :: booked once', async () => {
  const meter = createMeter();
  const server = createTcpServer((socket) => {
    meter.socket('mqtt', socket);
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket: Socket = connect(portOf(server.address()), '127.0.0.1');
  socket.write('12345');
  await once(socket, 'data');
  assert.equal([meter.counts().mqtt.bytesIn, meter.counts().mqtt.bytesOut], [5, 5]);
  meter.reset();
  assert.is(meter.counts().mqtt.connections, 0);
  socket.end('1234567');
  await once(socket, 'close');
  assert.equal([meter.counts().mqtt.bytesIn, meter.counts().mqtt.bytesOut], [7, 7]);
  server.close();
});

test('answers and pushes :: counted by protocol', () => {
  const meter = createMeter();
  meter.answered('grpc');
  meter.pushed('sse');
  meter.pushed('sse');
  assert.equal(
    [meter.counts().grpc.roundTrips, meter.counts().sse.pushes, meter.counts().rest.pushes],
    [1, 2, 0],
  );
});

test.run();
