import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startSupervised } from '../../build/run.mjs';

const test = suite<{ folder: string }>('supervise');
test.before.each((scene) => {
  scene.folder = mkdtempSync(join(tmpdir(), 'airlab-supervise-'));
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

/** Prints the pids of itself and of a child that left its session, as kernels and terminals do; then both stay. */
const FAMILY = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => 0); setInterval(() => 0, 1e6); console.log(process.pid)'],
  { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
child.stdout.once('data', (text) => { console.log(process.pid, Number(text)); });
process.on('SIGTERM', () => process.exit(0));
setInterval(() => 0, 1e6);`;

function start(folder: string, code: string, record?: string) {
  const command = { command: process.execPath, args: ['-e', code], cwd: folder, env: process.env };
  const child = startSupervised({ ...command, output: 'pipe', record });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const firstLine = new Promise<string>((resolve) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });
  return { child, closed, firstLine };
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function untilGone(pids: readonly number[]): Promise<number[]> {
  for (const until = performance.now() + 15_000; performance.now() < until; ) {
    if (!pids.some(isRunning)) return [];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return pids.filter(isRunning);
}

test('supervise :: command ends :: its exit code', async ({ folder }) => {
  assert.is(await start(folder, 'process.exit(7)').closed, 7);
});

test('supervise :: standard input closes :: all descendants end, also in sessions of their own', async ({
  folder,
}) => {
  const { child, closed, firstLine } = start(folder, FAMILY);
  const pids = (await firstLine).split(' ').map(Number);
  assert.is(pids.filter(isRunning).length, 2);
  child.stdin?.end();
  await closed;
  assert.equal(await untilGone(pids), []);
});

test('supervise :: command ends by itself :: what it left behind ends too', async ({ folder }) => {
  const leaving = FAMILY.replace(
    'console.log(process.pid, Number(text))',
    '$&; setTimeout(process.exit, 50)',
  );
  const { closed, firstLine } = start(folder, leaving);
  const pids = (await firstLine).split(' ').map(Number);
  await closed;
  assert.equal(await untilGone(pids), []);
});

test('supervise :: its starter is killed with -9 :: all end', async ({ folder }) => {
  const run = JSON.stringify(join(__dirname, '../../build/run.mjs'));
  const code = `import(${run}).then(({ startSupervised }) => startSupervised({ command: process.execPath,
    args: ['-e', ${JSON.stringify(FAMILY)}], cwd: '.', env: process.env, output: 'pipe' }).stdout.pipe(process.stdout))`;
  const starter = spawn(process.execPath, ['-e', code], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) =>
    createInterface({ input: starter.stdout }).once('line', resolve),
  );
  starter.kill('SIGKILL');
  assert.equal(await untilGone(line.split(' ').map(Number)), []);
});

test('supervise :: record :: removed at the end when it is of this starter', async ({ folder }) => {
  for (const [pid, stays] of [
    [process.pid, false],
    [1, true],
  ] as const) {
    const record = join(folder, `${pid}.json`);
    writeFileSync(record, JSON.stringify({ pid }));
    await start(folder, '0', record).closed;
    assert.is(existsSync(record), stays);
  }
});

test.run();
