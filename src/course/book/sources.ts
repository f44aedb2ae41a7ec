import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '../../teaching/lesson.ts';
import { type CourseLesson, readCourse } from '../course.ts';
import { formPath } from '../files.ts';
import type { Notebook } from '../notebook.ts';
import { notebookText, parseNotebook } from '../stored.ts';
import { bookPage } from './page.ts';

/**
 * Writes what Sphinx reads into `folder`: a page for every lesson that has its notebooks, a first page, the settings.
 *
 * @returns names of the lessons in it, and of those that were left out because `npm run lessons` has not made them.
 */
export function writeBookSources(
  root: string,
  folder: string,
  lessons: readonly Lesson[],
): { readonly pages: readonly string[]; readonly missing: readonly string[] } {
  mkdirSync(join(folder, '_static'), { recursive: true });
  cpSync(join(root, 'src/course/book/conf.py'), join(folder, 'conf.py'));
  cpSync(join(root, 'src/course/book/book.css'), join(folder, '_static/book.css'));
  copyPictures(join(root, 'notebooks'), folder);
  const course = readCourse(root, lessons);
  const made = course.filter((lesson) => writePage(root, folder, lesson));
  writeFileSync(join(folder, 'index.md'), firstPage(made));
  const nameOf = ({ file }: CourseLesson): string => file.name;
  return { pages: made.map(nameOf), missing: course.filter((one) => !made.includes(one)).map(nameOf) };
}

function writePage(root: string, folder: string, { file, source }: CourseLesson): boolean {
  const student = storedAt(root, formPath(file.name, 'student'));
  const solved = storedAt(root, formPath(file.name, 'solved'));
  if (!student || (file.source !== undefined && !solved)) return false;
  const order = (source ?? student).cells.map(({ id }) => id);
  const page = bookPage({ order, student, ...(solved ? { solved } : {}) });
  writeFileSync(join(folder, `${file.name}.ipynb`), notebookText(page));
  return true;
}

function storedAt(root: string, path: string): Notebook | undefined {
  const file = join(root, path);
  return existsSync(file) ? parseNotebook(readFileSync(file, 'utf8'), path) : undefined;
}

/** Folders beside the notebooks, for example of pictures; not the other forms and not what authors write. */
function copyPictures(notebooks: string, folder: string): void {
  for (const entry of readdirSync(notebooks, { withFileTypes: true }))
    if (entry.isDirectory() && !/^(solved|recall|source|instructor)$|^\./.test(entry.name))
      cpSync(join(notebooks, entry.name), join(folder, entry.name), { recursive: true });
}

function firstPage(course: readonly CourseLesson[]): string {
  const rows = course.map(
    (lesson) =>
      `| [${titleOf(lesson)}](${lesson.file.name}.ipynb) | ${lesson.source?.facts.minutes ?? '–'} |`,
  );
  return `# APIs and databases

A city asks: may the school run outside today? The lessons of this book answer with real questions to real kinds of
services. Everything that you see was run, with the classroom API of airlab; simulated numbers say so.

Read a question, choose, and only then open what is folded below it. To run the cells yourself, open the course's folder
and type \`npm start\`.

| lesson | minutes: reading + doing |
|---|---|
${rows.join('\n')}

\`\`\`{toctree}
:hidden:
:maxdepth: 2

${course.map((lesson) => `${titleOf(lesson)} <${lesson.file.name}>`).join('\n')}
\`\`\`
`;
}

/** `02 APIs`; a lesson without a source is called after its file. */
function titleOf({ file, source }: CourseLesson): string {
  const words = file.name.slice(3).replaceAll('-', ' ');
  return `${file.number} ${source?.facts.title ?? words.charAt(0).toUpperCase() + words.slice(1)}`;
}
