import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exclusively } from '../../build/lock.mjs';

const test = suite<{ folder: string; path: string }>('lock');
test.before.each((scene) => {
  scene.folder = mkdtempSync(join(tmpdir(), 'airlab-lock-'));
  scene.path = join(scene.folder, 'prepare.lock');
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

test('lock :: held while the work runs, gone afterwards, result handed on', async ({ path }) => {
  const held = await exclusively({ path }, () => readFileSync(path, 'utf8'));
  assert.is(held, String(process.pid));
  assert.not(existsSync(path));
});

test('lock :: work that fails :: gone as well', async ({ path }) => {
  try {
    await exclusively({ path }, () => Promise.reject(new Error('no network')));
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), 'no network');
  }
  assert.not(existsSync(path));
});

test('lock :: two at once :: one after the other, the second says whom it waits for', async ({ path }) => {
  const order: string[] = [];
  const waits: number[] = [];
  let free = (): void => undefined;
  const first = exclusively({ path }, async () => {
    order.push('first begins');
    await new Promise<void>((resolve) => {
      free = resolve;
    });
    order.push('first ends');
  });
  const waiting = (pid: number): void => {
    waits.push(pid);
    free();
  };
  await Promise.all([first, exclusively({ path, waiting }, () => void order.push('second'))]);
  assert.equal(order, ['first begins', 'first ends', 'second']);
  assert.is(waits[0], process.pid);
});

test('lock :: its process has ended :: does not count', async ({ path }) => {
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  writeFileSync(path, String(pid));
  assert.is(await exclusively({ path }, () => 'taken over'), 'taken over');
});

test('lock :: empty for long :: does not count', async ({ path }) => {
  writeFileSync(path, '');
  utimesSync(path, 0, 0);
  assert.is(await exclusively({ path }, () => 'taken over'), 'taken over');
});

test.run();
