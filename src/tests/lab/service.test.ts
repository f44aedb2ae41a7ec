import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openLog, stateFolder } from '../../build/log.mjs';
import { runLogged, startSupervised } from '../../build/run.mjs';
import { type Service, startService, waitUntilAnswering } from '../../lab/service.ts';

const processes = { runLogged, startSupervised };
const test = suite<{ folder: string }>('service');
test.before.each((scene) => {
  scene.folder = mkdtempSync(join(tmpdir(), 'airlab-service-'));
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

function start(folder: string, command: string, args: readonly string[]) {
  const log = openLog({ folder: stateFolder(folder).folder, name: 'service', now: 0 });
  const service = startService(processes, log, { name: 'It', command, args, cwd: folder, env: process.env });
  return { service, log: () => readFileSync(log.path, 'utf8') };
}

test('service :: ends by itself :: exit code, output in the log', async ({ folder }) => {
  const { service, log } = start(folder, process.execPath, ['-e', 'console.log("said"); process.exit(5)']);
  assert.is(await service.ended, 5);
  assert.match(log(), 'said\n');
  await service.stop();
});

test('service :: is stopped :: stop resolves when it is gone', async ({ folder }) => {
  const { service } = start(folder, process.execPath, ['-e', 'setInterval(() => 0, 1e6)']);
  await service.stop();
  assert.type(await service.ended, 'number');
});

test('service :: program missing :: 127', async ({ folder }) => {
  const { service } = start(folder, 'no-such-program', []);
  assert.is(await service.ended, 127);
});

const pending = (ended: Promise<number>): Service => ({ name: 'It', ended, stop: async () => undefined });
const never = new Promise<number>(() => undefined);

test('wait :: until it answers', async () => {
  const answers = [false, false, true];
  const outcome = await waitUntilAnswering(pending(never), async () => answers.shift() === true, {
    timeoutMs: 5_000,
    everyMs: 1,
  });
  assert.is(outcome, 'answers');
  assert.is(answers.length, 0);
});

test('wait :: ended before :: says so', async () => {
  const options = { timeoutMs: 5_000, everyMs: 1 };
  assert.is(await waitUntilAnswering(pending(Promise.resolve(1)), async () => false, options), 'ended');
});

test('wait :: neither :: silent after the limit', async () => {
  const options = { timeoutMs: 20, everyMs: 1 };
  assert.is(await waitUntilAnswering(pending(never), async () => false, options), 'silent');
});

test.run();
