import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OutsideError } from '../errors.ts';

const PROGRAM = join('grader', 'bin', 'grade.mjs');

/**
 * The folder of airlab: what AIRLAB_ROOT names, or the nearest one above `from` that holds the command `grade`.
 *
 * @throws OutsideError `NO_GRADER` when there is none.
 */
export function airlabRoot({ env, from }: { env: NodeJS.ProcessEnv; from: readonly string[] }): string {
  const named = env.AIRLAB_ROOT;
  const folders = [...(named ? [named] : []), ...from.flatMap(withParents)];
  const root = folders.find((folder) => existsSync(join(folder, PROGRAM)));
  if (root !== undefined) return root;
  throw new OutsideError(
    `The command grade was not found: no folder above ${from[0]} holds ${PROGRAM}.`,
    'Open the notebook from the lab that npm start opens, or set AIRLAB_ROOT to the folder of airlab.',
    'NO_GRADER',
  );
}

/** The command line's program in that folder. */
export const gradeProgram = (root: string): string => join(root, PROGRAM);

function withParents(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}
