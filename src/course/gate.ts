import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '../teaching/lesson.ts';
import { readCourse, storedProblems, strayProblems } from './course.ts';
import { definitionProblems, untestedChecks } from './definitions.ts';
import { formPath } from './files.ts';
import { pageProblems } from './pages.ts';
import { validityProblems } from './validity.ts';

/**
 * Everything that can be wrong with the lessons and that shows without running them, as sentences: form limits, links,
 * alternative texts, promises without a check, questions, notebooks that are not what their sources make, notebooks that
 * are not valid. Validity is left out without a Python that has nbformat.
 */
export function courseProblems(
  root: string,
  lessons: readonly Lesson[],
  python: string | undefined,
): readonly string[] {
  const course = readCourse(root, lessons);
  const notebooks = course.flatMap(({ file, forms }) =>
    forms.length === 0 ? [formPath(file.name, 'student')] : forms.map(({ path }) => path),
  );
  const stored = notebooks.filter((path) => existsSync(join(root, path)));
  return [
    ...definitionProblems(lessons),
    ...untestedChecks(lessons, testsOf(root)),
    ...strayProblems(root, lessons),
    ...course.flatMap((lesson) => [...lesson.problems, ...storedProblems(root, lesson)]),
    ...pageProblems(root, lessons),
    ...(python === undefined ? [] : validityProblems({ root, python }, stored)),
  ];
}

function testsOf(root: string): { name: string; text: string }[] {
  const folder = join(root, 'src/tests/lessons');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
