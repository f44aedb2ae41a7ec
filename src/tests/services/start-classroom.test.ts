import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type ClassroomSurroundings, findOrStart, startClassroom } from '../../services/start-classroom.ts';

const started: string[] = [];
const announced: string[] = [];
const around = (changes: Partial<ClassroomSurroundings> = {}): ClassroomSurroundings => ({
  env: {},
  folder: () => '/nowhere',
  answers: async () => true,
  start: async () => {
    const url = `http://started/${started.length + 1}`;
    started.push(url);
    return { url, close: async () => void started.push(`closed ${url}`) };
  },
  announce: (url) => void announced.push(url ?? 'none'),
  ...changes,
});
test.before.each(() => {
  started.length = 0;
  announced.length = 0;
});

test('running :: named by the environment and answering :: reused, and not closed', async () => {
  const env = { AIRLAB_CLASSROOM_API_URL: 'http://127.0.0.1:8787/' };
  const classroom = await findOrStart({}, around({ env }));
  assert.is(classroom.url, 'http://127.0.0.1:8787');
  await classroom.close();
  assert.equal(started, []);
});

test('running :: it does not answer :: one is started, once, until it is closed', async () => {
  const surroundings = around({
    env: { AIRLAB_CLASSROOM_API_URL: 'http://127.0.0.1:1' },
    answers: async () => false,
  });
  const [first, second] = await Promise.all([findOrStart({}, surroundings), findOrStart({}, surroundings)]);
  assert.equal([first.url, second.url], ['http://started/1', 'http://started/1']);
  await first.close();
  assert.is((await findOrStart({}, surroundings)).url, 'http://started/3');
  await (await findOrStart({}, surroundings)).close();
});

test('started :: in this process :: the others hear of it, and of its end', async () => {
  const classroom = await findOrStart({}, around({ answers: async () => false }));
  assert.equal(announced, ['http://started/1']);
  await classroom.close();
  assert.equal(announced, ['http://started/1', 'none']);
});

test('own :: although one runs :: another one', async () => {
  const classroom = await findOrStart(
    { own: true },
    around({ env: { AIRLAB_CLASSROOM_API_URL: 'http://127.0.0.1:8787' } }),
  );
  assert.is(classroom.url, 'http://started/1');
  await classroom.close();
  assert.is(started.length, 2);
  assert.equal(announced, []);
});

test('started :: failed :: the next call tries again', async () => {
  const failing = around({
    start: async () => {
      throw new Error('no port');
    },
  });
  assert.match(String(await findOrStart({}, failing).catch((error: unknown) => error)), 'no port');
  const classroom = await findOrStart({}, around());
  assert.is(classroom.url, 'http://started/1');
  await classroom.close();
});

test('own :: a standing clock and a seed :: the same air every time, and it stops', async () => {
  const now = new Date('2026-11-24T09:30:00Z');
  const readings = [];
  for (const seed of [3, 3, 4]) {
    const classroom = await startClassroom({ own: true, now, seed });
    const answer = await fetch(`${classroom.url}/doors/public/air?city=beijing`);
    readings.push(await answer.text());
    await classroom.close();
    assert.is(await fetch(`${classroom.url}/health`).catch(() => 'gone'), 'gone');
  }
  assert.is(readings[0], readings[1]);
  assert.is.not(readings[0], readings[2]);
});

test('process :: a classroom of its own, with kept connections :: ends by itself', async () => {
  const program = `
    const { startClassroom } = require(${JSON.stringify(join(__dirname, '../../services/start-classroom.ts'))});
    (async () => {
      const classroom = await startClassroom({ own: true });
      const stream = await fetch(classroom.url + '/protocols/events?everyMs=60000');
      await stream.body.cancel();
      console.log((await (await fetch(classroom.url + '/health')).json()).ok, stream.status);
    })();`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.on('data', (bytes) => said.push(String(bytes)));
  const [code] = await once(child, 'close');
  assert.equal([code, said.join('')], [0, 'true 200\n']);
});

test.run();
