import { writeFileSync } from 'node:fs';
import { OutsideError } from '../../src/errors.ts';
import { exitCodeOf, renderJson } from '../report/json.ts';
import { renderJunit } from '../report/junit.ts';
import { renderNotebook } from '../report/notebook.ts';
import { renderTerminal } from '../report/terminal.ts';
import { gradeWithClock, keepAttempt } from './attempt.ts';
import { type Attempt, type Context, type Options, text } from './context.ts';
import { exerciseNamed } from './exercise.ts';
import { progressTalk } from './progress.ts';
import { requestOf } from './request.ts';

/** `grade NAME`: one grading, or one on every save with `--watch`. */
export async function run([name]: readonly string[], options: Options, context: Context): Promise<number> {
  const { name: exercise } = await exerciseNamed(name, 'NAME');
  const request = requestOf(exercise, options, context);
  if (options.watch) {
    const { watchAnswer } = await import('./watch.ts');
    return watchAnswer(request, context);
  }
  const progress = progressTalk(context);
  try {
    const report = await gradeWithClock({ ...request, onProgress: progress.step }, context);
    progress.end();
    const attempt = keepAttempt(report, context);
    const junit = text(options, 'junit');
    if (junit !== undefined) writeJunit(junit, attempt);
    context.out(face(attempt, options, context));
    return exitCodeOf(report);
  } finally {
    progress.end();
  }
}

function face({ report, notices }: Attempt, options: Options, { look, now }: Context): string {
  const moment = { nowMs: now(), notices };
  if (options.json) return renderJson(report);
  if (options.notebook) return `${JSON.stringify(renderNotebook(report, exitCodeOf(report), moment))}\n`;
  return renderTerminal(report, look, moment);
}

function writeJunit(path: string, { report }: Attempt): void {
  try {
    writeFileSync(path, renderJunit(report));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OutsideError(
      `The JUnit file ${path} could not be written: ${why}`,
      'Name a file in a folder that exists and that you may write to.',
      'JUNIT_FAILED',
      error,
    );
  }
}
