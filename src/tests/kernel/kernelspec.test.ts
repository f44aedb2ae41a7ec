import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { writeKernelspec } from '../../kernel/kernelspec.ts';
import { watchParent } from '../../kernel/orphan.ts';

const root = mkdtempSync(join(tmpdir(), 'airlab-kernelspec-'));
test.after(() => rmSync(root, { recursive: true }));

test('kernelspec :: absolute paths inside the repository :: written twice without harm', () => {
  const place = { root, nodePath: process.execPath, folder: join(root, 'src/dist') };
  assert.is(writeKernelspec(place), writeKernelspec(place));
  const spec = JSON.parse(readFileSync(join(root, '.jupyter/kernels/airlab/kernel.json'), 'utf8'));
  assert.is(spec.display_name, 'TypeScript (airlab)');
  assert.is(spec.interrupt_mode, 'message');
  assert.equal(spec.argv.slice(2), ['--config-path', '{connection_file}']);
  assert.ok(spec.argv.slice(0, 2).every(isAbsolute));
});

test('orphan :: parent gone :: heard once', async () => {
  for (const changed of [{ ppid: 1 }, { exists: false }]) {
    const view = { ppid: 7, exists: true };
    const heard = new Promise<void>((resolve) => {
      watchParent({ ppid: () => view.ppid, exists: () => view.exists }, resolve, 1);
    });
    const alive = setInterval(() => undefined, 1000);
    Object.assign(view, changed);
    await heard;
    clearInterval(alive);
  }
});

test.run();
