import { spawn } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFAULT_LIMITS } from '../../sandbox/limits.ts';
import { starved, watch } from '../../sandbox/watchdog.ts';

const usage = (cpuS: number, isRunnable: boolean) => ({ rssMb: 40, cpuS, isRunnable });

test('starved :: ready without a processor :: does not count', () => {
  assert.is(starved(50, usage(1, true), 1), 50);
  assert.ok(Math.abs(starved(50, usage(1.02, true), 1) - 30) < 1e-6);
});

test('starved :: work and sleep count', () => {
  assert.is(starved(50, usage(1.05, true), 1), 0);
  assert.is(starved(60, usage(1, false), 1), 0);
  assert.is(starved(60, undefined, 1), 0);
});

test('starved :: the grader itself was late :: does not count', () => {
  assert.is(starved(850, usage(1, false), 1), 800);
  assert.is(starved(850, undefined, 1), 800);
});

const ends = (code: string): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
    const limits = { ...DEFAULT_LIMITS, wallMs: 400, cpuS: 1 };
    const watchdog = watch(child.pid ?? 0, limits, (limit) => {
      watchdog.stop();
      child.kill('SIGKILL');
      resolve(limit);
    });
  });

test('watch :: a process that sleeps :: ends by its wall', async () => {
  assert.is(await ends('setTimeout(() => {}, 60_000)'), 'wall');
});

test('watch :: a process that blocks without work :: ends by its wall', async () => {
  assert.is(await ends('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'), 'wall');
});

test('watch :: a process that never rests :: ends by wall or processor time', async () => {
  assert.match(await ends('for (;;);'), /wall|cpu/);
});

test.run();
