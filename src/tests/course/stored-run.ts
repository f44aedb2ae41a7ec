import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lessonFiles } from '../../course/files.ts';
import { root } from '../kernel/jupyter.ts';

/** The command behind `npm run lessons`, built. */
export const program = join(root, 'src/dist/lessons-main.js');
export const lessons = lessonFiles(root);

/** Names of every fourth lesson: four files, none too long, of which several run at a time. */
export const quarter = (nth: 1 | 2 | 3 | 4): readonly string[] =>
  lessons.filter((_, index) => index % 4 === nth - 1).map(({ name }) => name);

const NO_JUPYTER = /NO_REGISTRY|could not be installed|No python3 with the venv/;

/**
 * A test for each lesson: its stored notebooks run as `npm run lessons -- --check --plain` runs them: in real Jupyter, on
 * both kernels, without a network where bubblewrap can cut it.
 */
export function testStored(names: readonly string[]): void {
  for (const name of names)
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
}
