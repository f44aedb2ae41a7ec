import type { Lesson, Question } from './lesson.ts';

const QUESTIONS = 3;
/** Lessons back: yesterday's first, then older ones, because spacing is what makes recall work. */
const SPACING = [1, 2, 4] as const;

/**
 * The recall questions that open a lesson: from the lesson before, from two and from four before; where there is none,
 * the nearest earlier one. The same lesson always asks the same questions. Pure.
 *
 * @example recallFor(lessons, '03').map(({ id }) => id) // ['2.r1', '1.r1', '0.r1']
 */
export function recallFor(lessons: readonly Lesson[], number: string): readonly Question[] {
  const place = lessons.findIndex((lesson) => lesson.number === number);
  const earlier = lessons.slice(0, Math.max(0, place)).reverse();
  const wanted = SPACING.flatMap((back, index) => earlier[back - 1]?.recall[index] ?? []);
  const others = earlier.flatMap(({ recall }) => recall);
  return [...new Set([...wanted, ...others])].slice(0, QUESTIONS);
}
