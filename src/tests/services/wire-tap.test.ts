import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tapWire } from '../../services/wire-tap.ts';

const test = suite('wire tap');

test('both sides :: pass and are heard once', async () => {
  const { url, close } = await serve();
  const wire = await tapWire(url);
  const answer = await fetch(`${wire.url}/air`, { method: 'POST', body: 'how is it?' });
  assert.is(await answer.text(), 'fine');
  const heard = wire.heard();
  assert.match(heard, /^you → \d+ bytes\nPOST \/air HTTP\/1\.1\n/);
  assert.match(heard, /how is it\?\n\nservice ← \d+ bytes\nHTTP\/1\.1 200 OK\n/);
  assert.is(wire.heard(), '');
  await wire.close();
  await close();
});

test('one side :: only what the service said', async () => {
  const { url, close } = await serve();
  const wire = await tapWire(url);
  await fetch(wire.url);
  assert.match(wire.heard('service'), /^service ← \d+ bytes\nHTTP/);
  await wire.close();
  await close();
});

test('no server :: the client sees an error, the tap stays', async () => {
  const { url, close } = await serve();
  await close();
  const wire = await tapWire(url);
  for (const _ of [1, 2]) assert.is(await fetch(wire.url).catch(() => 'refused'), 'refused');
  await wire.close();
});

async function serve() {
  const server = createServer((request, response) => request.resume().on('end', () => response.end('fine')));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // Listening on TCP, its address is no path.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

test.run();
