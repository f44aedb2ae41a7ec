import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { OutsideError } from '../errors.ts';

/**
 * What nbformat itself finds wrong with notebooks, as sentences.
 *
 * @throws OutsideError `JUPYTER_CLIENT` when the Python does not run.
 */
export function validityProblems(
  { root, python }: { readonly root: string; readonly python: string },
  paths: readonly string[],
): readonly string[] {
  if (paths.length === 0) return [];
  const script = join(root, 'src/course/validate_notebooks.py');
  const { status, stdout, stderr } = spawnSync(python, [script, ...paths], { cwd: root, encoding: 'utf8' });
  if (status !== 0)
    throw new OutsideError(
      `The notebooks could not be validated: ${stderr?.trim().split('\n').at(-1) || 'Python said nothing'}`,
      'When it stays, delete .airlab/jupyter so that Jupyter is installed anew.',
      'JUPYTER_CLIENT',
    );
  return stdout.split('\n').filter((line) => line !== '');
}
