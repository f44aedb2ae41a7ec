import { connect } from 'node:net';
import Fastify from 'fastify';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createEventStreams, type EventStream, type EventStreams } from '../../services/event-stream.ts';

/** A server with one stream on which `act` is done. */
async function withStream(act: (stream: EventStream) => void) {
  const streams: EventStreams = createEventStreams();
  const app = Fastify();
  const ended = { resolve: (): void => undefined };
  const closed = new Promise<void>((resolve) => {
    ended.resolve = resolve;
  });
  app.get('/', (request, reply) => {
    reply.header('x-kept', 'yes');
    reply.raw.on('close', () => ended.resolve());
    act(streams.open(request, reply));
    return reply;
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, streams, closed, close: () => app.close() };
}

test('events :: name, id, data :: as the standard writes them', async () => {
  const { url, close } = await withStream((stream) => {
    stream.send({ event: 'change', id: '7', data: { text: 'two\nlines' } });
    stream.send({ data: null });
    stream.end();
    stream.send({ data: 'too late' });
  });
  const answer = await fetch(url);
  assert.equal(
    [answer.headers.get('content-type'), answer.headers.get('x-kept')],
    ['text/event-stream', 'yes'],
  );
  assert.is(await answer.text(), 'event: change\nid: 7\ndata: {"text":"two\\nlines"}\n\ndata: null\n\n');
  await close();
});

test('events :: a line break in name or id :: that field is left out', async () => {
  const { url, close } = await withStream((stream) => {
    stream.send({ event: 'a\ndata: forged', id: '1\r2', data: 1 });
    stream.end();
  });
  assert.is(await (await fetch(url)).text(), 'data: 1\n\n');
  await close();
});

test('streams :: a client that does not read :: cut off, what waits for it is bounded', async () => {
  const { url, closed, close } = await withStream((stream) =>
    stream.every(1, () => stream.send({ data: 'x'.repeat(200_000) })),
  );
  const client = connect(Number(new URL(url).port), '127.0.0.1');
  client.on('error', () => undefined);
  client.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
  await closed;
  client.destroy();
  await close();
});

test('streams :: all ended together, a client that leaves :: no timer goes on', async () => {
  const acted = { count: 0 };
  const { url, streams, close } = await withStream((stream) => {
    stream.send({ data: 'begin' });
    stream.every(1, () => {
      acted.count += 1;
      stream.send({ data: acted.count });
    });
  });
  const stays = await fetch(url);
  const leaves = new AbortController();
  await fetch(url, { signal: leaves.signal });
  leaves.abort();
  streams.endAll();
  assert.match(await stays.text(), 'begin');
  // close() waits for all connections: an open stream would make it hang.
  await close();
  const { count } = acted;
  await new Promise((resolve) => setImmediate(resolve));
  assert.is(acted.count, count);
});

test.run();
