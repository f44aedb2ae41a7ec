import { seatIn } from '../contest/client/seat.ts';
import type { GradeRequest } from '../grade.ts';
import type { Report } from '../report/report.ts';
import type { Standby } from '../sandbox/standby.ts';
import { gradeWithClock, keepAttempt } from './attempt.ts';
import type { Context, Options } from './context.ts';
import { exerciseNamed } from './exercise.ts';
import { progressTalk } from './progress.ts';
import { requestOf } from './request.ts';

/** In a contest the instructor sees who is stuck where, and no version is lost with this machine. */
async function tellContest(report: Report, request: GradeRequest, context: Context): Promise<void> {
  const { root, now, talk } = context;
  const seat = seatIn(root, request.exercise, now());
  if (!seat) return;
  const [{ afterCheck }, { findAnswer }] = await Promise.all([
    import('../contest/client/after-check.ts'),
    import('../answer/find.ts'),
  ]);
  const { kind, source } = findAnswer({ ...request, starters: {} });
  const checked = { kind: kind === 'notebook' ? 'ipynb' : 'ts', source, report } as const;
  for (const line of await afterCheck(root, seat, checked, now)) talk(`${line}\n`);
}

/** What `grade NAME` does once its code is loaded. */
export async function gradeNamed(
  [name]: readonly string[],
  options: Options,
  { context, standby }: { context: Context; standby?: Standby },
): Promise<number> {
  const { name: exercise } = await exerciseNamed(name, 'NAME');
  const request = { ...requestOf(exercise, options, context), ...(standby ? { standby } : {}) };
  if (options.watch) {
    const { watchAnswer } = await import('./watch.ts');
    return watchAnswer(request, context);
  }
  const progress = progressTalk(context);
  try {
    // The code that shows the report is loaded while the answer runs in its own process.
    const [report, { showAttempt }] = await Promise.all([
      gradeWithClock({ ...request, onProgress: progress.step }, context),
      import('./face.ts'),
    ]);
    progress.end();
    const code = showAttempt(keepAttempt(report, context), options, context);
    await tellContest(report, request, context);
    return code;
  } finally {
    progress.end();
  }
}
