import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What a notebook may need of the repository; everything else, and all that students keep, stays out. */
const SHARED = ['src', 'grader', 'solutions', 'node_modules', 'package.json', 'tsconfig.json'];

/**
 * A repository of its own for one run of notebooks: nobody's progress is read or changed, nobody's answers are graded.
 * `folder` is made; its exercises are the starters or the solutions.
 */
export function makeStage(root: string, folder: string, exercises: 'starters' | 'solutions'): void {
  for (const place of ['notebooks/solved', 'exercises']) mkdirSync(join(folder, place), { recursive: true });
  for (const name of SHARED) link(join(root, name), join(folder, name));
  for (const { name } of entriesOf(join(root, 'notebooks')))
    if (!/\.ipynb$|^(solved|recall|source|instructor)$|^\./.test(name))
      link(join(root, 'notebooks', name), join(folder, 'notebooks', name));
  const answers = join(root, exercises === 'solutions' ? 'solutions' : 'grader/starters');
  for (const { name } of entriesOf(answers).filter((entry) => entry.isFile()))
    copyFileSync(join(answers, name), join(folder, 'exercises', name));
}

const entriesOf = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];

// Windows lets everybody link folders, but not files.
function link(from: string, to: string): void {
  if (!existsSync(from)) return;
  if (isFolder(from)) symlinkSync(from, to, 'junction');
  else copyFileSync(from, to);
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
