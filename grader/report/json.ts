import { isAirlabError, type Trouble } from '../../src/errors.ts';
import type { Report } from './report.ts';

/** What `--json` prints when there is no report: JSON stays JSON. Schema in `schema.json`. */
export interface Failure {
  readonly format: 'airlab-error-1';
  readonly exitCode: 2 | 3 | 70;
  readonly error: {
    readonly code: string;
    readonly trouble: Trouble;
    readonly message: string;
    readonly hint: string;
  };
}

/** The report, indented, with a line end. */
export function renderJson(report: Report | Failure): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Exit code of a report: 0 passed, 1 not yet, 3 could not check. */
export function exitCodeOf({ verdict }: Report): 0 | 1 | 3 {
  return ({ passed: 0, 'not yet': 1, 'could not check': 3 } as const)[verdict];
}

/**
 * Turns whatever was thrown into the record of a failure. An error that airlab does not know is our bug.
 *
 * @example failureOf(new UsageError('There is no …', 'Try …')).exitCode // 2
 */
export function failureOf(error: unknown): Failure {
  if (!isAirlabError(error)) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = 'This is a bug in airlab, not in your answer. Run the command again with --debug.';
    return failure(70, { code: 'BUG', trouble: 'ours', message, hint });
  }
  const { code, trouble, message, hint } = error;
  // An unreadable answer file is the student's trouble but no verdict: there was nothing to grade.
  const exitCode = { usage: 2, yours: 2, theirs: 3, ours: 70 } as const;
  return failure(exitCode[trouble], { code, trouble, message, hint });
}

const failure = (exitCode: Failure['exitCode'], error: Failure['error']): Failure => ({
  format: 'airlab-error-1',
  exitCode,
  error,
});
