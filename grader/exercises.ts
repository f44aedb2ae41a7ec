import { UsageError } from '../src/errors.ts';
import type { Exercise } from './exercise.ts';

/** Every exercise that can be graded, in course order. Loaded on first use: `grade --help` needs none of them. */
const EXERCISES: Readonly<Record<string, () => Promise<{ readonly exercise: Exercise }>>> = {
  'exercise-jokes': () => import('./checks/exercise-jokes.ts'),
  'exercise-rates': () => import('./checks/exercise-rates.ts'),
  'exercise-protocols': () => import('./checks/exercise-protocols.ts'),
  'exercise-serve': () => import('./checks/exercise-serve.ts'),
  'exercise-wrapper': () => import('./checks/exercise-wrapper.ts'),
  'exercise-sql': () => import('./checks/exercise-sql.ts'),
  'exercise-mystery': () => import('./checks/exercise-mystery.ts'),
  'exercise-leak': () => import('./checks/exercise-leak.ts'),
  'exercise-app': () => import('./checks/exercise-app.ts'),
  'exercise-graph': () => import('./checks/exercise-graph.ts'),
  'exercise-pm25': () => import('./checks/exercise-pm25.ts'),
};

/** The names that `grade NAME` understands. */
export const exerciseNames: readonly string[] = Object.keys(EXERCISES);

/**
 * Loads the record of one exercise.
 *
 * @throws UsageError when there is no exercise of that name.
 * @example (await loadExercise('exercise-pm25')).minutes // 15
 */
export async function loadExercise(name: string): Promise<Exercise> {
  const load = EXERCISES[name];
  if (!load)
    throw new UsageError(
      `There is no exercise "${name}".`,
      `Exercises: ${exerciseNames.join(', ')}.`,
      'NO_EXERCISE',
    );
  return (await load()).exercise;
}
