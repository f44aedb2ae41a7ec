import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '../teaching/lesson.ts';
import { readCourse } from './course.ts';

/** A page of which a part or all is made of the lessons. */
interface MadePage {
  /** From the root. */
  readonly path: string;
  readonly text: string;
}

const PARTS = 'notebooks/instructor';
const INSTRUCTOR = 'notebooks/INSTRUCTOR.md';
const README = 'notebooks/README.md';
const TABLE = /<!-- lessons -->.*?<!-- end -->/s;

/**
 * The pages as they must be: `notebooks/README.md` with today's table of lessons between its marks, and
 * `notebooks/INSTRUCTOR.md`, which is `instructor/general.md` with that table and a chapter for each lesson.
 */
export function coursePages(root: string, lessons: readonly Lesson[]): readonly MadePage[] {
  const table = `<!-- lessons -->\n${lessonTable(root, lessons)}\n<!-- end -->`;
  const withTable = (path: string): string => readFileSync(join(root, path), 'utf8').replace(TABLE, table);
  const general = `${PARTS}/general.md`;
  const pages: MadePage[] = [];
  if (existsSync(join(root, README))) pages.push({ path: README, text: withTable(README) });
  if (existsSync(join(root, general))) {
    const parts = [`<!-- Made by npm run lessons from ${PARTS}/. -->`, asPart(withTable(general))];
    pages.push({ path: INSTRUCTOR, text: `${[...parts, ...chapters(root, lessons)].join('\n\n')}\n` });
  }
  return pages;
}

/** Writes the pages that changed; returns their paths. */
export function writePages(root: string, lessons: readonly Lesson[]): readonly string[] {
  const changed = coursePages(root, lessons).filter((page) => !isStored(root, page));
  for (const { path, text } of changed) writeFileSync(join(root, path), text);
  return changed.map(({ path }) => path);
}

/** As sentences, the stored pages that are not what the lessons make. */
export const pageProblems = (root: string, lessons: readonly Lesson[]): readonly string[] =>
  coursePages(root, lessons)
    .filter((page) => !isStored(root, page))
    .map(({ path }) => `${path} is not what the lessons make: run npm run lessons`);

const isStored = (root: string, { path, text }: MadePage): boolean =>
  existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === text;

function chapters(root: string, lessons: readonly Lesson[]): readonly string[] {
  return readdirSync(join(root, PARTS))
    .filter((name) => /^\d\d\.md$/.test(name))
    .sort()
    .map((name) => {
      const number = name.slice(0, 2);
      const title = lessons.find((lesson) => lesson.number === number)?.title ?? '';
      return asChapter(readFileSync(join(root, PARTS, name), 'utf8'), `${number} ${title}`.trim());
    });
}

/** A page below a heading of level 2, whatever level it began with. */
function asChapter(text: string, title: string): string {
  const body = asPart(text);
  const first = /^(#+) /.exec(body)?.[1]?.length;
  const headed = first === undefined ? `## ${title}\n\n${body}` : body;
  const extra = 2 - (first ?? 2);
  return headed.replace(/^#+(?= )/gm, (marks) => '#'.repeat(Math.max(2, marks.length + extra)));
}

/** The page lies one folder above its parts. */
const asPart = (text: string): string => text.trim().replaceAll('](../', '](');

function lessonTable(root: string, lessons: readonly Lesson[]): string {
  const rows = readCourse(root, lessons).map(({ file, source }) => {
    const lesson = lessons.find(({ number }) => number === file.number);
    const exercises = lesson?.objectives.filter(({ provedBy }) => provedBy.startsWith('exercise-')) ?? [];
    const words = file.name.slice(3).replaceAll('-', ' ');
    const cells = [
      `[${file.number} ${source?.facts.title ?? lesson?.title ?? words}](${file.name}.ipynb)`,
      source?.facts.minutes ?? '–',
      String(lesson?.predictions.length ?? 0),
      String(lesson?.checks.length ?? 0),
      [...new Set(exercises.map(({ provedBy }) => provedBy))].join(', ') || '–',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = [
    '| lesson | minutes: reading + doing | predictions | checks | exercises |',
    '|---|---|---|---|---|',
  ];
  return [...head, ...rows].join('\n');
}
