import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AirlabError } from '../src/errors.ts';

/**
 * The folder that airlab itself lies in, whether this file runs as source or from `grader/dist`.
 *
 * @throws AirlabError `HOME_NOT_FOUND` when the grader was copied out of its repository.
 */
export function airlabHome(from: string = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'grader/package.json')) && existsSync(join(folder, 'src/package.json')))
      return folder;
    if (folder === dirname(folder)) break;
  }
  throw new AirlabError(`airlab's folder was not found above ${from}.`, {
    code: 'HOME_NOT_FOUND',
    trouble: 'ours',
    hint: 'Run grade from the repository that npm start set up.',
  });
}
