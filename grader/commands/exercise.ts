import { UsageError } from '../../src/errors.ts';
import { nearest } from '../../src/nearest.ts';
import type { Exercise } from '../exercise.ts';
import { exerciseNames, loadExercise } from '../exercises.ts';

/**
 * The exercise that a command was given.
 *
 * @throws UsageError when the name is missing or unknown; the three nearest names are in the hint.
 */
export async function exerciseNamed(name: string | undefined, usage: string): Promise<Exercise> {
  if (name === undefined)
    throw new UsageError('The name of the exercise is missing.', `Type: grade ${usage}`, 'NO_NAME');
  if (!exerciseNames.includes(name)) throw unknownName(name, exerciseNames, 'exercise');
  return loadExercise(name);
}

/** @example unknownName('exercise-pm52', names, 'exercise').hint // 'Nearest: exercise-pm25.' */
export function unknownName(name: string, known: readonly string[], what: string): UsageError {
  return new UsageError(
    `There is no ${what} "${name}".`,
    `Nearest: ${nearest(name, known).join(', ')}.`,
    'NO_NAME',
  );
}
