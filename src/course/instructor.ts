import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '../teaching/lesson.ts';
import { readCourse } from './course.ts';

const PARTS = 'notebooks/instructor';
const PAGE = 'notebooks/INSTRUCTOR.md';
const TABLE = '<!-- lessons -->';

/**
 * `notebooks/INSTRUCTOR.md` as it must be: `instructor/general.md` with a table of the lessons in it, then the pages of
 * the lessons, each below a heading of level 2. Undefined while there is no general page.
 */
export function instructorPage(root: string, lessons: readonly Lesson[]): string | undefined {
  const general = join(root, PARTS, 'general.md');
  if (!existsSync(general)) return undefined;
  const numbers = readdirSync(join(root, PARTS))
    .filter((name) => /^\d\d\.md$/.test(name))
    .sort();
  const pages = numbers.map((name) =>
    asChapter(readFileSync(join(root, PARTS, name), 'utf8'), titleOf(name.slice(0, 2), lessons)),
  );
  const head = readFileSync(general, 'utf8').replace(TABLE, lessonTable(root, lessons));
  return `${[`<!-- Made by npm run lessons from ${PARTS}/. -->`, head.trim(), ...pages].join('\n\n')}\n`;
}

/** Writes the page when it changed; returns the paths that were written. */
export function writeInstructorPages(root: string, lessons: readonly Lesson[]): readonly string[] {
  const page = instructorPage(root, lessons);
  if (page === undefined || page === stored(root)) return [];
  writeFileSync(join(root, PAGE), page);
  return [PAGE];
}

/** As a sentence, when the stored page is not what its parts make. */
export function instructorProblems(root: string, lessons: readonly Lesson[]): readonly string[] {
  const page = instructorPage(root, lessons);
  return page === undefined || page === stored(root)
    ? []
    : [`${PAGE} is not what ${PARTS}/ makes: run npm run lessons`];
}

const stored = (root: string): string | undefined =>
  existsSync(join(root, PAGE)) ? readFileSync(join(root, PAGE), 'utf8') : undefined;

const titleOf = (number: string, lessons: readonly Lesson[]): string =>
  `${number} ${lessons.find((lesson) => lesson.number === number)?.title ?? ''}`.trim();

/** A page below a heading of level 2, whatever level it began with; links go from the folder above. */
function asChapter(text: string, title: string): string {
  const body = text.trim().replaceAll('](../', '](');
  const first = /^(#+) /.exec(body)?.[1]?.length;
  const headed = first === undefined ? `## ${title}\n\n${body}` : body;
  const extra = 2 - (first ?? 2);
  return headed.replace(/^#+(?= )/gm, (marks) => '#'.repeat(Math.max(2, marks.length + extra)));
}

function lessonTable(root: string, lessons: readonly Lesson[]): string {
  const rows = readCourse(root, lessons).map(({ file, source }) => {
    const lesson = lessons.find(({ number }) => number === file.number);
    const exercises = lesson?.objectives.filter(({ provedBy }) => provedBy.startsWith('exercise-')) ?? [];
    const cells = [
      `[${file.number}](${file.name}.ipynb)`,
      source?.facts.title ?? lesson?.title ?? file.name,
      source?.facts.minutes ?? '',
      String(lesson?.predictions.length ?? 0),
      String(lesson?.checks.length ?? 0),
      [...new Set(exercises.map(({ provedBy }) => provedBy))].join(', ') || '–',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| lesson | title | minutes: teaching + doing | predictions | checks | exercises |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
