import { basename } from 'node:path';
import { shownEvenUnawaited } from '../display/awaited.ts';
import { display } from '../display/bundle.ts';
import { UsageError } from '../errors.ts';
import { airlabRoot, gradeProgram } from './airlab-root.ts';
import { runGrade } from './grade-process.ts';

export interface JoinOptions {
  /** Your nickname: everybody sees it. */
  readonly name: string;
  /** The instructor's PIN, to come back on another machine. */
  readonly pin?: string;
}

/**
 * Takes a seat in a competition, as `grade join CODE --name NICK` does in a terminal. Joining again is harmless.
 *
 * @example await join('R2M0-2500', { name: 'Ada' })
 */
export function join(code: string, { name, pin }: JoinOptions): Promise<void> {
  const args = [
    'join',
    word(code, 'code'),
    '--name',
    word(name, 'name'),
    ...(pin === undefined ? [] : ['--pin', pin]),
  ];
  return shownEvenUnawaited(show(args), `join('${code}')`);
}

/**
 * Hands the answer in, as `grade submit NAME` does: the best one counts. What counts is the saved file: save the
 * notebook first.
 *
 * @example await submit('exercise-pm25')
 */
export function submit(exercise: string): Promise<void> {
  const notebook = process.env.JPY_SESSION_NAME;
  const isOwn = notebook !== undefined && basename(notebook) === `${exercise}.ipynb`;
  const file = isOwn ? ['--file', basename(notebook)] : [];
  return shownEvenUnawaited(show(['submit', word(exercise, 'name'), ...file]), `submit('${exercise}')`);
}

async function show(args: readonly string[]): Promise<void> {
  const root = airlabRoot({ env: process.env, from: [process.cwd(), __dirname] });
  const env = { ...process.env, AIRLAB_ROOT: root, NO_COLOR: '1', AIRLAB_VIA: 'notebook' };
  const { stdout, stderr } = await runGrade({ program: gradeProgram(root), args, cwd: process.cwd(), env });
  display({ data: { 'text/plain': stdout || stderr }, metadata: {} });
}

function word(given: string, what: string): string {
  if (typeof given === 'string' && given !== '' && !given.startsWith('-')) return given;
  throw new UsageError(`The ${what} is missing.`, "Write await join('CODE', { name: 'NICK' }).");
}
