import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { record, recordedPlaces } from '../../classroom/record.ts';
import { writeSnapshot } from '../../classroom/snapshot-file.ts';
import { withServer } from './server-fixture.ts';

const program = fileURLToPath(new URL('../../classroom/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'airlab-main-'));

/** The classroom API as a process of its own. */
interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** Resolves when the process has printed a line like that. */
  readonly printed: (line: RegExp) => Promise<string>;
}

function start(...args: string[]): { child: ChildProcess; printed: Running['printed']; text: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args]);
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said.text += data;
    });
  const printed = async (line: RegExp): Promise<string> => {
    for (;;) {
      const found = line.exec(said.text);
      if (found) return found[1] ?? found[0];
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'close')]);
      if (child.exitCode !== null && !line.test(said.text))
        throw new Error(`It ended and said: ${said.text}`);
    }
  };
  return { child, printed, text: () => said.text };
}

async function serve(...args: string[]): Promise<Running> {
  const { child, printed } = start('--port', '0', ...args);
  const url = await printed(/address {2}(http:\S+)/);
  await printed(/Ctrl-C/);
  return { child, url, printed };
}

async function end(
  { child }: { child: ChildProcess },
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> {
  const closed = once(child, 'exit');
  child.kill(signal);
  const [code] = await closed;
  return code;
}

async function failing(...args: string[]): Promise<{ code: number | null; text: string }> {
  const { child, text } = start(...args);
  const [code] = await once(child, 'close');
  return { code, text: text() };
}

const test = suite('classroom :: main');

test.after(() => rmSync(folder, { recursive: true, force: true }));

test('start :: its screen, an answer, a log line, and an end in order', async () => {
  const running = await serve('--seed', '5');
  const data = await running.printed(/data {5}(.*)/);
  assert.is(data, 'SIMULATED, seed 5: not a measurement');
  const example = await running.printed(/\n {2}(http:\S+latitude=\S+)/);
  const response = await fetch(example);
  assert.is(response.headers.get('x-airlab-data'), 'simulated, seed 5');
  assert.is(JSON.parse(await response.text()).hourly.time.length, 120);
  assert.match(
    await running.printed(/\d\d:\d\d:\d\d {2}200.*/),
    /ms {2}GET \/v1\/air-quality\?latitude=55\.64/,
  );
  assert.is(await end(running), 0);
});

test('quiet :: no line for a request; a Ctrl-C with a client that stays connected', async () => {
  const running = await serve('--quiet');
  const { port, hostname } = new URL(running.url);
  const idle = connect(Number(port), hostname);
  idle.on('error', () => undefined);
  assert.is((await fetch(`${running.url}/health`)).status, 200);
  const code = await end(running, 'SIGINT');
  assert.is(code, 0);
  await running.printed(/Ctrl-C ends it\.\n$/);
});

test('now, snapshot and limits :: the moment stands, the data is named', async () => {
  const file = join(folder, 'snapshot.json');
  await withServer({}, async ({ url }) => {
    const signal = new AbortController().signal;
    writeSnapshot(
      file,
      await record({ places: recordedPlaces, now: () => 0, fetch, env: {}, signal, base: url }),
    );
  });
  const replay = await serve('--snapshot', file, '--limits');
  assert.is(await replay.printed(/clock {4}(.*)/), 'stands at 2026-11-24 09:20 UTC');
  await replay.printed(/limits {3}600 calls a minute/);
  const health = JSON.parse(await (await fetch(`${replay.url}/health`)).text());
  assert.is(health.now, '2026-11-24T09:20:00.000Z');
  assert.is(health.kind, 'simulated');
  assert.match(health.data, /^simulated data, snapshot of 2026-11-24T09:20Z; elsewhere simulated, seed 1$/);
  assert.is(await end(replay), 0);
});

test('killed :: while it answers, a client hears of it', async () => {
  const running = await serve('--quiet');
  const { port, hostname } = new URL(running.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write('GET /v1/air-quality?latitude=1&longitude=2&hourly=pm2_5 HTTP/1.1\r\nHost: x\r\n');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await end(running, 'SIGKILL');
  await closed;
});

test('wrong option :: exit 2 and where to look', async () => {
  const { code, text } = await failing('--port', 'many');
  assert.is(code, 2);
  assert.match(text, /^--port needs a whole number from 0 to 65535, got "many"\.\nAll options: /);
});

test('outside trouble :: exit 3, port taken and snapshot missing', async () => {
  await withServer({}, async ({ port }) => {
    const taken = await failing('--port', String(port));
    assert.is(taken.code, 3);
    assert.match(taken.text, `Port ${port} on 127.0.0.1 is taken by another program.`);
    assert.is(taken.text.trim().split('\n').length, 2);
  });
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"format":"airlab-snapshot-1"');
  const missing = await failing('--snapshot', broken);
  assert.is(missing.code, 3);
  assert.match(missing.text, /is no airlab snapshot: its JSON is cut/);
});

test('help :: the options', async () => {
  const { code, text } = await failing('--help');
  assert.is(code, 0);
  for (const option of ['--port', '--host', '--seed', '--snapshot', '--now', '--limits', '--quiet'])
    assert.match(text, option);
  assert.ok(text.split('\n').every((line) => line.length <= 80));
});

test.run();
