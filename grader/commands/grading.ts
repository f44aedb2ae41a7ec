import type { Standby } from '../sandbox/standby.ts';
import { gradeWithClock, keepAttempt } from './attempt.ts';
import type { Context, Options } from './context.ts';
import { exerciseNamed } from './exercise.ts';
import { progressTalk } from './progress.ts';
import { requestOf } from './request.ts';

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
    return showAttempt(keepAttempt(report, context), options, context);
  } finally {
    progress.end();
  }
}
