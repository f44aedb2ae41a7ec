import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lessonFiles } from '../../course/files.ts';
import { root } from '../kernel/jupyter.ts';

// The stored notebooks are run as `npm run lessons -- --check --plain` runs them: in real Jupyter, on both kernels,
// without a network where bubblewrap can cut it.
const program = join(root, 'src/dist/lessons-main.js');
const lessons = lessonFiles(root);
const NO_JUPYTER = /NO_REGISTRY|could not be installed|No python3 with the venv/;

for (const { name } of lessons)
  test(`${name} :: stored outputs :: a new run gives the same shape; plain tslab runs it`, () => {
    const args = [program, name, '--check', '--plain'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status === 3 && NO_JUPYTER.test(stderr)) {
      console.log(`skipped: ${stderr.trim()}`);
      return;
    }
    console.log(stdout.trim());
    assert.is(status, 0, `${stdout}${stderr}`);
  });

test('command :: an unknown option or lesson :: exit code 2 and what there is', () => {
  for (const word of ['--nope', '99']) {
    const { status, stderr } = spawnSync(process.execPath, [program, word], { cwd: root, encoding: 'utf8' });
    assert.is(status, 2, stderr);
    assert.match(stderr, word === '99' ? (lessons[0]?.name ?? '') : 'npm run lessons');
  }
});

test.run();
