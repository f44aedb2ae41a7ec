import { basename } from 'node:path';
import { shownEvenUnawaited } from '../display/awaited.ts';
import { replaceableOutput } from '../display/bundle.ts';
import { OutsideError, UsageError } from '../errors.ts';
import type { Bundle } from '../kernel/messages.ts';
import { airlabRoot, gradeProgram } from './airlab-root.ts';
import { type GradeEnd, runGrade } from './grade-process.ts';

export interface GradeOptions {
  /** Another file than `exercises/NAME.ts` or the notebook that calls. */
  readonly file?: string;
}

/**
 * Grades an exercise and shows the report here, as `grade NAME` does in a terminal. What counts is the saved file:
 * save the notebook first.
 *
 * @throws OutsideError `NO_GRADER` when the command is not found, `GRADE_BROKEN` when it said nothing that can be read.
 * @example await grade('exercise-pm25')
 */
export function grade(exercise: string, options: GradeOptions = {}): Promise<void> {
  const place = { env: process.env, cwd: process.cwd(), quietMs: QUIET_MS };
  return shownEvenUnawaited(showGrading(exercise, options, place), `grade('${exercise}')`);
}

const QUIET_MS = 1000;

/** Where the notebook runs. */
export interface GradingPlace {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** After so long a line says that it is still grading. */
  readonly quietMs: number;
}

/** `grade()` at a given place. */
export async function showGrading(
  exercise: unknown,
  { file }: GradeOptions,
  { env, cwd, quietMs }: GradingPlace,
): Promise<void> {
  if (typeof exercise !== 'string' || exercise === '' || exercise.startsWith('-'))
    throw new UsageError('grade() needs the name of an exercise.', "Write await grade('exercise-pm25').");
  const root = airlabRoot({ env, from: [cwd, __dirname] });
  const path = file ?? notebookOf(exercise, env);
  const args = [exercise, '--notebook', ...(path === undefined ? [] : ['--file', path])];
  const output = replaceableOutput(`grade-${process.hrtime.bigint()}`);
  const clock = setTimeout(() => output.show(textBundle(`Grading ${exercise} …`)), quietMs);
  try {
    const end = await runGrade({
      program: gradeProgram(root),
      args,
      cwd,
      env: { ...env, AIRLAB_ROOT: root },
    });
    output.show(reportBundle(end));
  } finally {
    clearTimeout(clock);
  }
}

// Jupyter's server names the notebook that the kernel was started for.
function notebookOf(exercise: string, { JPY_SESSION_NAME: path }: NodeJS.ProcessEnv): string | undefined {
  return path !== undefined && basename(path) === `${exercise}.ipynb` ? basename(path) : undefined;
}

function reportBundle({ stdout, stderr }: GradeEnd): Bundle {
  const report = parsed(stdout);
  if (report) return { data: { 'text/html': report.html, 'text/plain': report.text }, metadata: {} };
  const last = stderr.trim().split('\n').at(-1) || 'it said nothing';
  throw new OutsideError(
    `grade ended without a report: ${last}`,
    'Type the same in a terminal of the lab, or run: grade doctor',
    'GRADE_BROKEN',
  );
}

function parsed(stdout: string): { readonly html: string; readonly text: string } | undefined {
  try {
    const { html, text }: { html?: unknown; text?: unknown } = JSON.parse(
      stdout.trim().split('\n').at(-1) ?? '',
    );
    return typeof html === 'string' && typeof text === 'string' ? { html, text } : undefined;
  } catch {
    return undefined;
  }
}

const textBundle = (text: string): Bundle => ({ data: { 'text/plain': text }, metadata: {} });
