import { lstatSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { AirlabError, UsageError } from '../../src/errors.ts';

/** The file that holds the student's answer. */
export interface AnswerFile {
  readonly path: string;
  /** As shown in reports: relative to the repository, with forward slashes. */
  readonly shown: string;
  readonly kind: 'typescript' | 'notebook';
  readonly source: string;
  /** Why this file and not its twin, when there was a choice. */
  readonly notice?: string;
}

export interface FindRequest {
  readonly root: string;
  readonly exercise: string;
  /** What `--file` named. */
  readonly file?: string;
  /** The starter as it was handed out, by file ending; an unchanged file gives way to a changed one. */
  readonly starters?: Readonly<Record<string, string>>;
}

const LARGEST_BYTES = 2_000_000;
const ENDINGS = ['.ts', '.ipynb'] as const;

/**
 * Finds the answer: what `--file` names, else `exercises/NAME.ts` or `exercises/NAME.ipynb`. When both were edited
 * the one saved last counts, and the report says so.
 *
 * @throws UsageError when there is no such file or it is not a TypeScript file or a notebook.
 * @throws AirlabError `ANSWER_LINK` or `ANSWER_TOO_LARGE`.
 * @example findAnswer({ root, exercise: 'exercise-pm25' }).shown // 'exercises/exercise-pm25.ts'
 */
export function findAnswer({ root, exercise, file, starters = {} }: FindRequest): AnswerFile {
  if (file !== undefined) return read(root, resolve(file));
  const candidates = ENDINGS.map((ending) => join(root, 'exercises', exercise + ending)).filter(isThere);
  const [first, second] = candidates;
  if (first === undefined) {
    throw new UsageError(
      `There is no exercises/${exercise}.ts and no exercises/${exercise}.ipynb.`,
      `Run "grade reset ${exercise}" to get the starter back, or name your file with --file PATH.`,
      'NO_ANSWER',
    );
  }
  if (second === undefined) return read(root, first);
  return choose(
    [first, second].map((path) => read(root, path)),
    starters,
  );
}

function choose(found: readonly AnswerFile[], starters: Readonly<Record<string, string>>): AnswerFile {
  const changed = found.filter((answer) => answer.source !== starters[extname(answer.path)]);
  const [only, ...others] = changed.length > 0 ? changed : found;
  if (only === undefined) throw new UsageError('No answer was found.', 'Name your file with --file PATH.');
  if (others.length === 0 || changed.length === 0) return only;
  const newest = changed.reduce((best, answer) =>
    savedAt(answer.path) > savedAt(best.path) ? answer : best,
  );
  const older = changed.filter((answer) => answer !== newest).map((answer) => answer.shown);
  return {
    ...newest,
    notice: `Graded ${newest.shown}, saved after ${older.join(', ')}. Choose with --file PATH.`,
  };
}

function read(root: string, path: string): AnswerFile {
  const ending = extname(path);
  const shown = shownPath(root, path);
  if (!isThere(path))
    throw new UsageError(`${shown} does not exist.`, 'Check the path after --file.', 'NO_ANSWER');
  if (ending !== '.ts' && ending !== '.ipynb') {
    throw new UsageError(
      `${shown} is neither a .ts file nor a .ipynb notebook.`,
      'Name a TypeScript file or a notebook.',
    );
  }
  const status = lstatSync(path);
  if (!status.isFile()) {
    throw new AirlabError(`${shown} is a link or a folder, not a file.`, {
      code: 'ANSWER_LINK',
      trouble: 'yours',
      hint: 'Copy the file itself to this place.',
    });
  }
  if (status.size > LARGEST_BYTES) {
    throw new AirlabError(`${shown} has ${status.size} bytes; at most ${LARGEST_BYTES} are graded.`, {
      code: 'ANSWER_TOO_LARGE',
      trouble: 'yours',
      hint: 'Clear the outputs of the notebook, or move data out of the file.',
    });
  }
  return {
    path,
    shown,
    kind: ending === '.ts' ? 'typescript' : 'notebook',
    source: readFileSync(path, 'utf8'),
  };
}

function shownPath(root: string, path: string): string {
  const inside = relative(root, path);
  return inside.startsWith('..') ? basename(path) : inside.replaceAll('\\', '/');
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const savedAt = (path: string): number => lstatSync(path).mtimeMs;
