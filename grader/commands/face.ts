import { writeFileSync } from 'node:fs';
import { OutsideError } from '../../src/errors.ts';
import { exitCodeOf, renderJson } from '../report/json.ts';
import { renderJunit } from '../report/junit.ts';
import { renderNotebook } from '../report/notebook.ts';
import { renderTerminal } from '../report/terminal.ts';
import { type Attempt, type Context, type Options, text } from './context.ts';

/**
 * Shows an attempt as the options ask and returns the exit code of its verdict.
 *
 * @throws OutsideError `JUNIT_FAILED` when the file of `--junit` cannot be written.
 */
export function showAttempt(attempt: Attempt, options: Options, context: Context): number {
  const junit = text(options, 'junit');
  if (junit !== undefined) writeJunit(junit, attempt);
  context.out(face(attempt, options, context));
  return exitCodeOf(attempt.report);
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
