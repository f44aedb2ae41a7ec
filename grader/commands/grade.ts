import { exerciseNames } from '../exercises.ts';
import { Standby } from '../sandbox/standby.ts';
import type { Context, Options } from './context.ts';

/**
 * `grade NAME`: one grading, or one on every save with `--watch`. The children that will run the answer come up while
 * the code of the grader is still being loaded.
 */
export async function run(words: readonly string[], options: Options, context: Context): Promise<number> {
  const standby = exerciseNames.includes(words[0] ?? '') ? { standby: new Standby() } : {};
  try {
    const { gradeNamed } = await import('./grading.ts');
    return await gradeNamed(words, options, { context, ...standby });
  } finally {
    standby.standby?.end();
  }
}
