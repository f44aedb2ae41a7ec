import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Served, startClassroomServer } from '../../classroom/server.ts';
import { ask, WORLD } from './serving.ts';

const start = async () => {
  const log: Served[] = [];
  const troubles: unknown[] = [];
  const server = await startClassroomServer({
    port: 0,
    world: () => WORLD,
    log: (served) => log.push(served),
    trouble: (error) => troubles.push(error),
  });
  return { ...server, log, troubles };
};
const AIR = '/v1/air-quality?latitude=55.64&longitude=12.08&hourly=pm2_5';

test('one server :: Open-Meteo and services :: each says where its data come from', async () => {
  const { url, close } = await start();
  const air = await ask(url + AIR);
  const joke = await ask(`${url}/jokes/random_joke`);
  const reading = await ask(`${url}/doors/public/air`);
  assert.equal(
    [air, joke, reading].map(({ status, headers }) => [
      status,
      headers.get('x-airlab-data'),
      headers.get('x-airlab-now'),
    ]),
    [
      [200, 'simulated, seed 7', '2026-11-24T09:30:00.000Z'],
      [200, 'simulated: content invented by airlab for teaching', '2026-11-24T09:30:00.000Z'],
      [200, 'simulated, seed 7', '2026-11-24T09:30:00.000Z'],
    ],
  );
  await close();
});

test('log :: services too :: with their status', async () => {
  const { url, close, log } = await start();
  await (await ask(`${url}/jokes/jokes/999999`)).text();
  await (await ask(`${url}/board/notices`)).text();
  await close();
  assert.equal(
    log.map(({ method, url: path, status }) => `${method} ${path} ${status}`),
    ['GET /jokes/jokes/999999 404', 'GET /board/notices 200'],
  );
});

test('the composite door :: asks this server :: weather and air of the same moment', async () => {
  const { url, close, troubles } = await start();
  const { air, weather, partial } = await (await ask(`${url}/doors/composite?city=beijing`)).json();
  assert.equal([partial, typeof air.pm2_5, typeof weather.temperature_2m], [false, 'number', 'number']);
  assert.match(weather.time, '2026-11-24T09:');
  await close();
  assert.equal(troubles, []);
});

test('bodies :: of services :: not read by Open-Meteo before', async () => {
  const { url, close } = await start();
  const body = JSON.stringify({ title: 'Tea', text: 'x'.repeat(1_000), author: 'ana' });
  const answer = await ask(`${url}/board/notices`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  assert.is(answer.status, 201);
  await close();
});

test('close :: a stream, a hanging answer, a silent connection :: soon', async () => {
  const { url, port, close } = await start();
  const stream = await ask(`${url}/protocols/events?everyMs=60000`);
  const hanging = ask(`${url}/rude/ana/air?script=hang`).catch(() => 'cut');
  await ask(`${url}/rude/ana/log`);
  const silent = connect(port, '127.0.0.1');
  await once(silent, 'connect');
  const startedMs = performance.now();
  await close();
  assert.ok(performance.now() - startedMs < 5_000);
  assert.is(await hanging, 'cut');
  await stream.text();
  silent.destroy();
});

test.run();
