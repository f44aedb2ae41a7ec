import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ENDINGS = ['.ts', '.ipynb'] as const;

/**
 * The exercise as it was handed out, by file ending. The copies in `grader/starters/` stay when a student edits and
 * commits `exercises/`, so `grade reset` and "was it edited?" always have the original.
 *
 * @example readStarters(home, 'exercise-pm25')['.ts'] // text of the starter
 */
export function readStarters(home: string, name: string): Readonly<Record<string, string>> {
  const texts = ENDINGS.map((ending): [string, string | undefined] => [
    ending,
    read(join(home, 'grader/starters', name + ending)),
  ]);
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Copies `exercises/NAME.*` to `grader/starters/`: the author's step after changing a starter. */
export function keepStarters(home: string, name: string): void {
  mkdirSync(join(home, 'grader/starters'), { recursive: true });
  for (const ending of ENDINGS) {
    const from = join(home, 'exercises', name + ending);
    if (read(from) !== undefined) copyFileSync(from, join(home, 'grader/starters', name + ending));
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
