import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const STOP = JSON.stringify(join(__dirname, '../../lab/stop.ts'));

/** Waits in a process of its own, because signals are asked for; says when it is ready and what it heard. */
function waiting(code = '') {
  const script = `const { stopRequest } = require(${STOP});
    const clock = setInterval(() => 0, 1e6);
    stopRequest({}).then((reason) => { console.log(reason); ${code || 'clearInterval(clock)'} });
    console.log('ready');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    cwd: join(__dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await lines.next()).value);
  const exit = new Promise<number | null>((resolve) => child.on('exit', (status) => resolve(status)));
  return { child, next, exit };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  test(`stop :: ${signal} :: asked once, the process ends on its own`, async () => {
    const { child, next, exit } = waiting();
    assert.is(await next(), 'ready');
    child.kill(signal);
    assert.is(await next(), signal);
    assert.is(await exit, 0);
  });

test('stop :: npm is killed, the shell between stays :: heard', async () => {
  const script = `require(${STOP}).stopRequest({ npm_lifecycle_event: 'start' }).then((reason) => {
    console.log(reason); process.exit(0); });
    setInterval(() => 0, 1e6); console.log('ready');`;
  // As npm does it: a program that starts a shell that starts ours.
  const shell = `"$NODE" --import tsx -e "$SCRIPT"; exit $?`;
  const npm = `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(shell)}], { stdio: 'inherit' })`;
  const child = spawn(process.execPath, ['-e', npm], {
    cwd: join(__dirname, '../../..'),
    env: { ...process.env, NODE: process.execPath, SCRIPT: script },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  assert.is((await lines.next()).value, 'ready');
  child.kill('SIGKILL');
  assert.is((await lines.next()).value, 'npm ended');
});

test('stop :: Ctrl-C twice in a blink :: one wish', async () => {
  const { child, next, exit } = waiting('setTimeout(() => process.exit(0), 100)');
  await next();
  child.kill('SIGINT');
  await next();
  child.kill('SIGINT');
  assert.is(await exit, 0);
});

test('stop :: Ctrl-C again while it is still stopping :: ends at once', async () => {
  const { child, next, exit } = waiting('setTimeout(() => console.log("still stopping"), 1100)');
  await next();
  child.kill('SIGINT');
  await next();
  assert.is(await next(), 'still stopping');
  child.kill('SIGINT');
  assert.is(await exit, 130);
});

test.run();
