import type { Lesson } from '../teaching/lesson.ts';

/** The lessons that have questions and checks, in course order. */
export const lessons: readonly Lesson[] = [];
