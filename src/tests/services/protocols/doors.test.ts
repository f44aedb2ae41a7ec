import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, credentials, loadPackageDefinition, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import mqtt from 'mqtt';
import { createClientAsync } from 'soap';
import { EventSource } from 'undici';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { WebSocket } from 'ws';
import { ask, classroomFor } from '../serving.ts';

const served = classroomFor(test);
const folder = mkdtempSync(join(tmpdir(), 'airlab-proto-'));
test.after(() => rmSync(folder, { recursive: true }));

const HOUR = '2026-11-23T15:00Z';
const reading = async (city = 'beijing', time = HOUR) =>
  (await ask(`${served.url}/protocols/rest/cities/${city}/readings/${time}`)).json();
const rpc = (content: unknown) =>
  ask(`${served.url}/protocols/json-rpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof content === 'string' ? content : JSON.stringify(content),
  });

/** A client as a notebook makes it: from the contract that the server gives. */
async function grpcClient() {
  const file = join(folder, 'air.proto');
  writeFileSync(file, await (await ask(`${served.url}/protocols/air.proto`)).text());
  const { airlab }: Record<string, unknown> = loadPackageDefinition(loadSync(file, { keepCase: true }));
  const Air = Object(airlab).Air;
  const client = new Air(`127.0.0.1:${served.port}`, credentials.createInsecure());
  const call = (method: string, request: unknown) =>
    new Promise<Record<string, unknown>>((resolve, reject) =>
      client[method](request, (error: ServiceError | null, answer: Record<string, unknown>) =>
        error ? reject(error) : resolve(answer),
      ),
    );
  return {
    client: client as Client & Record<string, (request: unknown) => AsyncIterable<{ n: number }>>,
    call,
  };
}

test('REST :: an hour, the newest, mistakes :: 200, 404, 400', async () => {
  const { city, time, unit } = await reading();
  assert.equal([city, time, unit], ['beijing', HOUR, 'μg/m³']);
  assert.is((await reading('roskilde', 'latest')).time, '2026-11-24T08:00Z');
  const at = (path: string) => ask(`${served.url}/protocols/rest/cities/${path}`);
  assert.is((await at('atlantis/readings/latest')).status, 404);
  assert.is((await at('beijing/readings/noon')).status, 400);
  assert.is((await at('beijing/readings/2026-11-23T15:30Z')).status, 400);
});

test('JSON-RPC :: by name, by position, in a batch, mistakes :: the value of REST', async () => {
  const expected = await reading();
  const one = await (
    await rpc({ jsonrpc: '2.0', method: 'air.reading', params: { city: 'beijing', time: HOUR }, id: 7 })
  ).json();
  assert.equal(one, { jsonrpc: '2.0', result: expected, id: 7 });
  const batch = await (
    await rpc([
      { jsonrpc: '2.0', method: 'air.reading', params: ['beijing', HOUR], id: 1 },
      { jsonrpc: '2.0', method: 'air.reading', params: { city: 'atlantis' }, id: 2 },
      { jsonrpc: '2.0', method: 'air.reading', params: {}, id: 3 },
      { jsonrpc: '2.0', method: 'air.cities' },
    ])
  ).json();
  assert.equal(batch[0].result, expected);
  assert.equal([batch.length, batch[1].error.code, batch[2].error.code], [3, -32001, -32602]);
  const silent = await rpc({ jsonrpc: '2.0', method: 'air.cities' });
  assert.equal([silent.status, await silent.text()], [204, '']);
  assert.is((await (await rpc('{"jsonrpc"')).json()).error.code, -32700);
});

test('SOAP :: a client from the WSDL :: the value of REST, a Fault for a mistake', async () => {
  const client = await createClientAsync(`${served.url}/protocols/soap?wsdl`);
  const [answer] = await client.GetReadingAsync({ city: 'beijing', time: HOUR });
  assert.equal(answer, await reading());
  const [newest] = await client.GetReadingAsync({ city: 'roskilde' });
  assert.equal(newest, await reading('roskilde', 'latest'));
  const fault = await client.GetReadingAsync({ city: 'atlantis' }).then(
    () => assert.unreachable(),
    (error: unknown) => Object(error).root.Envelope.Body.Fault,
  );
  assert.is(fault.faultcode, 'soap:Client');
  assert.match(fault.faultstring, 'No such city: atlantis');
});

test('SOAP :: no envelope, unknown operation, a huge body :: a Fault without a stack, or 413', async () => {
  const post = (body: string, action = '') =>
    ask(`${served.url}/protocols/soap`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', soapaction: action },
      body,
    });
  const envelope = (inside: string) =>
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${inside}</s:Body></s:Envelope>`;
  for (const body of ['hello', '<a>', '', envelope('<Nothing/>'), envelope('')]) {
    const answer = await post(body);
    const text = await answer.text();
    assert.is(answer.status, 500, body);
    assert.match(text, 'Fault');
    assert.not.match(text, /\.js|TypeError/);
  }
  assert.is((await post('x'.repeat(70_000))).status, 413);
});

test('gRPC :: unary :: the value of REST, NOT_FOUND, INVALID_ARGUMENT', async () => {
  const { client, call } = await grpcClient();
  const { _pm2_5, ...answer } = await call('GetReading', { city: 'beijing', time: HOUR });
  assert.equal({ ...answer }, await reading());
  const code = (request: unknown) =>
    call('GetReading', request).then(
      () => 0,
      (error: ServiceError) => error.code,
    );
  assert.equal([await code({ city: 'atlantis' }), await code({ city: 'beijing', time: 'noon' })], [5, 3]);
  client.close();
});

test('gRPC :: a server stream :: ten changes, and a refusal', async () => {
  const { client } = await grpcClient();
  const numbers: number[] = [];
  for await (const { n } of client.Watch?.({ city: 'beijing', changes: 10, every_ms: 10 }) ?? [])
    numbers.push(n);
  assert.equal(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const refused = await (async () => {
    for await (const _change of client.Watch?.({ city: 'atlantis' }) ?? []) assert.unreachable();
  })().then(
    () => 0,
    (error: ServiceError) => error.code,
  );
  assert.is(refused, 5);
  client.close();
});

test('WebSocket :: a question, ten changes, nonsense :: on one connection', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${served.port}/protocols/socket`);
  await once(socket, 'open');
  const messages: Record<string, unknown>[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  for (const question of ['nonsense', '{"ask":"reading","city":"atlantis"}', '{"ask":"changes","everyMs":1}'])
    socket.send(question);
  socket.send(JSON.stringify({ ask: 'reading', city: 'beijing', time: HOUR }));
  socket.send(JSON.stringify({ ask: 'changes', city: 'beijing', changes: 10, everyMs: 10 }));
  while (!messages.some(({ end }) => end === true)) await once(socket, 'message');
  assert.equal(
    messages.slice(0, 3).map((message) => Object.keys(message)),
    [['error'], ['error'], ['error']],
  );
  assert.equal(messages[3], { reading: await reading() });
  assert.is(messages.filter(({ change }) => change !== undefined).length, 10);
  socket.close();
  await once(socket, 'close');
});

test('WebSocket :: another address, another protocol offered :: answered as HTTP', async () => {
  const other = new WebSocket(`ws://127.0.0.1:${served.port}/health`);
  const [error] = await once(other, 'error');
  assert.match(String(error), '200');
  const socket = connect(served.port, '127.0.0.1');
  socket.write(
    'GET /health HTTP/1.1\r\nhost: a\r\nconnection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__\r\n\r\n',
  );
  const [bytes] = await once(socket, 'data');
  assert.match(String(bytes), /^HTTP\/1\.1 200 OK/);
  await once(socket, 'close');
});

test('MQTT :: retained, ten changes, free talk :: one broker on the same port', async () => {
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${served.port}`);
  const changes: { n: number }[] = [];
  const heard: string[] = [];
  const waiting = new Promise<void>((resolve) => {
    client.on('message', (topic, payload) => {
      if (topic === 'air/beijing/pm2_5') heard.push(payload.toString());
      if (topic === 'air/beijing/changes') changes.push(JSON.parse(payload.toString()));
      if (topic === 'class/hello') heard.push(payload.toString());
      if (changes.length === 10) resolve();
    });
  });
  await client.subscribeAsync(['air/beijing/pm2_5', 'air/beijing/changes', 'class/#']);
  await client.publishAsync('class/hello', 'hi');
  await client.publishAsync('air/beijing/watch', '{"changes":10,"everyMs":10}');
  await waiting;
  assert.equal(
    changes.map(({ n }) => n),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  assert.ok(heard.includes('hi'));
  assert.equal(JSON.parse(heard[0] ?? ''), await reading('beijing', 'latest'));
  await client.endAsync();
});

test('MQTT :: what is not allowed :: cut off, and nothing is kept', async () => {
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${served.port}`, { reconnectPeriod: 0 });
  client.publish('air/beijing/pm2_5', 'fake', { retain: true });
  await new Promise<void>((resolve) => client.once('close', () => resolve()));
  const other = await mqtt.connectAsync(`mqtt://127.0.0.1:${served.port}`);
  await other.publishAsync('class/kept', 'x', { retain: true });
  const retained = new Promise((resolve) =>
    other.once('message', (topic, payload) => resolve([topic, JSON.parse(payload.toString()).city])),
  );
  await other.subscribeAsync(['class/kept', 'air/beijing/pm2_5']);
  assert.equal(await retained, ['air/beijing/pm2_5', 'beijing']);
  await client.endAsync(true);
  await other.endAsync();
});

test('SSE :: a feed, and again from where it broke :: each change once', async () => {
  const { events } = await (
    await ask(`${served.url}/protocols/feeds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"city":"beijing","changes":10,"everyMs":10}',
    })
  ).json();
  const ids: string[] = [];
  const source = new EventSource(served.url + events);
  await new Promise<void>((resolve) => {
    source.addEventListener('change', (event) =>
      ids.push('lastEventId' in event ? String(event.lastEventId) : ''),
    );
    source.addEventListener('end', () => resolve());
  });
  source.close();
  assert.equal(ids, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  const rest = await (await ask(served.url + events, { headers: { 'last-event-id': '8' } })).text();
  assert.equal(
    [...rest.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id),
    ['9', '10'],
  );
});

test('feeds :: polling, mistakes :: 200, 304, 422, 404', async () => {
  const start = (body: string) =>
    ask(`${served.url}/protocols/feeds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  const { latest } = await (await start('{"changes":1,"everyMs":60000}')).json();
  const first = await ask(served.url + latest);
  assert.equal(await first.json(), { n: 0, change: null, done: false });
  const again = await ask(served.url + latest, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  });
  assert.is(again.status, 304);
  assert.is((await start('{"city":"atlantis"}')).status, 422);
  assert.is((await start('{"everyMs":1}')).status, 422);
  assert.is((await ask(`${served.url}/protocols/feeds/999/latest`)).status, 404);
});

test('counters :: the same value by each protocol :: bytes and round trips, JSON-RPC less than SOAP', async () => {
  await ask(`${served.url}/protocols/counters`, { method: 'DELETE' });
  await reading();
  await (await rpc({ jsonrpc: '2.0', method: 'air.reading', params: ['beijing', HOUR], id: 1 })).text();
  const client = await createClientAsync(`${served.url}/protocols/soap?wsdl`, { disableCache: true });
  await client.GetReadingAsync({ city: 'beijing', time: HOUR });
  const { client: grpc, call } = await grpcClient();
  await call('GetReading', { city: 'beijing', time: HOUR });
  const counts = await (await ask(`${served.url}/protocols/counters`)).json();
  assert.equal(
    [counts.rest.roundTrips, counts['json-rpc'].roundTrips, counts.soap.roundTrips, counts.grpc.roundTrips],
    [1, 1, 2, 1],
  );
  assert.ok(counts.soap.bytesOut > counts['json-rpc'].bytesOut);
  for (const name of ['rest', 'json-rpc', 'soap', 'grpc'])
    assert.ok(counts[name].bytesIn > 50 && counts[name].bytesOut > 50, name);
  assert.equal(counts.mqtt, { connections: 0, roundTrips: 0, pushes: 0, bytesIn: 0, bytesOut: 0 });
  grpc.close();
});

test('counters :: one plain request :: exactly its bytes', async () => {
  await ask(`${served.url}/protocols/counters`, { method: 'DELETE' });
  const request = 'GET /protocols/rest/cities HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
  const socket = connect(served.port, '127.0.0.1');
  let bytes = 0;
  socket.on('data', (part) => {
    bytes += part.length;
  });
  socket.write(request);
  await once(socket, 'close');
  const { rest } = await (await ask(`${served.url}/protocols/counters`)).json();
  assert.equal(rest, { connections: 1, roundTrips: 1, pushes: 0, bytesIn: request.length, bytesOut: bytes });
});

test('server :: after all this :: no trouble was reported', () => {
  assert.equal(served.troubles, []);
});

test.run();
