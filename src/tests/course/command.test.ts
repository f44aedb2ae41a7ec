import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { root } from '../kernel/jupyter.ts';
import { lessons, program } from './stored-run.ts';

test('command :: an unknown option or lesson :: exit code 2 and what there is', () => {
  for (const word of ['--nope', '99']) {
    const { status, stderr } = spawnSync(process.execPath, [program, word], { cwd: root, encoding: 'utf8' });
    assert.is(status, 2, stderr);
    assert.match(stderr, word === '99' ? (lessons[0]?.name ?? '') : 'npm run lessons');
  }
});

test.run();
