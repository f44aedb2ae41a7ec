import { UsageError } from '../../../src/errors.ts';
import type { Exercise } from '../../exercise.ts';

const exercise: Exercise = {
  name: 'exercise-pm25',
  title: 'Fine dust where you live',
  minutes: 15,
  parts: [
    { id: 'hourly', title: 'The last 72 full hours', export: 'hourlyPm25' },
    { id: 'compare', title: 'The comparison', export: 'compareCities' },
    { id: 'show', title: 'The same for people', export: 'showCities' },
  ],
  trials: [
    {
      id: 'as-is',
      title: 'The data as it is',
      tier: 'visible',
      points: { hourly: 10 },
      change: (world) => world,
    },
    {
      id: 'nulls',
      title: 'Hours without a value',
      tier: 'hidden',
      points: { hourly: 10 },
      change: (world) => world,
    },
  ],
  gate: 'nulls',
  hints: [
    { part: 'hourly', rungs: ['Which hour is it in UTC?', 'Look at timezone=.', 'const url = …'] },
    { part: 'compare', rungs: ['What is a gap?', 'Look at null.', 'if (pm25 === null) …'] },
  ],
  cities: [{ name: 'Roskilde', latitude: 55.64, longitude: 12.08, timezone: 'Europe/Copenhagen' }],
  calls: ({ cities }) =>
    cities.map((city) => ({ id: city.name, part: 'hourly', export: 'hourlyPm25', args: [city] })),
  judge: () => ({ kind: 'passed' }),
};

/** Stands for `grader/exercises.ts` in the miniature kit. */
export const exerciseNames: readonly string[] = ['exercise-pm25', 'exercise-jokes'];

export async function loadExercise(name: string): Promise<Exercise> {
  if (!exerciseNames.includes(name))
    throw new UsageError(`There is no exercise "${name}".`, 'See grade list.');
  return { ...exercise, name };
}
