import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAirlabError } from '../errors.ts';
import type { Lesson } from '../teaching/lesson.ts';
import { linkProblems, pictureProblems, sameSources } from './agreement.ts';
import { FORMS, formPath, type LessonFile, lessonFiles } from './files.ts';
import { cellsProblems, formProblems } from './form-limits.ts';
import { leakProblems } from './leaks.ts';
import { type Notebook, notebookOf } from './notebook.ts';
import { type FormName, type LessonSource, readSource, type SourceCell } from './source.ts';
import { parseNotebook } from './stored.ts';

/** A lesson read from its files, with everything that its author must correct. */
export interface CourseLesson {
  readonly file: LessonFile;
  /** Left out when there is none or it cannot be read. */
  readonly source?: LessonSource;
  /** The forms made from the source, without outputs; empty without a source. */
  readonly forms: readonly LessonForm[];
  /** Sentences that begin with `file:line`. */
  readonly problems: readonly string[];
}

export interface LessonForm {
  readonly form: FormName;
  /** From the root. */
  readonly path: string;
  readonly notebook: Notebook;
}

/** Reads every lesson, or those whose number or name begins with one of `wanted`. Runs nothing. */
export function readCourse(
  root: string,
  lessons: readonly Lesson[],
  wanted: readonly string[] = [],
): readonly CourseLesson[] {
  const files = lessonFiles(root);
  const soon = new Set(files.flatMap(({ name }) => FORMS.map((form) => formPath(name, form))));
  return files
    .filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))
    .map((file) => readLesson(file, { root, lessons, soon }));
}

interface Surroundings {
  readonly root: string;
  readonly lessons: readonly Lesson[];
  /** Paths of notebooks that there are or that will be made. */
  readonly soon: ReadonlySet<string>;
}

function readLesson(file: LessonFile, around: Surroundings): CourseLesson {
  const { root, lessons } = around;
  const links = { root, folder: 'notebooks', soon: around.soon };
  try {
    if (file.source === undefined) {
      const path = formPath(file.name, 'student');
      const cells = cellsOf(readNotebook(root, path));
      return {
        file,
        forms: [],
        problems: [...cellsProblems(cells, path), ...linkProblems(cells, path, links)],
      };
    }
    const source = readSource(readFileSync(join(root, file.source), 'utf8'), file.source);
    const lesson = lessons.find(({ number }) => number === file.number);
    const forms = FORMS.map((form) => ({
      form,
      path: formPath(file.name, form),
      notebook: notebookOf(source, form, lessons),
    }));
    const problems = [
      ...factProblems(file, source, lesson),
      ...(lesson ? formProblems(source, lesson, file.source) : cellsProblems(source.cells, file.source)),
      ...linkProblems(source.cells, file.source, links),
    ];
    return { file, source, forms, problems };
  } catch (error) {
    if (!isAirlabError(error)) throw error;
    return { file, forms: [], problems: [error.message] };
  }
}

const readNotebook = (root: string, path: string): Notebook =>
  parseNotebook(readFileSync(join(root, path), 'utf8'), path);

/** A notebook without a source, as the cells of one; `line` is the place of the cell. */
const cellsOf = ({ cells }: Notebook): readonly SourceCell[] =>
  cells.map(({ cell_type, id, source }, index) => ({
    ...{ id, slide: '-' as const, tags: [], line: index + 1 },
    kind: cell_type === 'code' ? 'code' : 'text',
    text: source.join(''),
  }));

function factProblems(
  { source: path = '', number }: LessonFile,
  { facts }: LessonSource,
  lesson: Lesson | undefined,
): string[] {
  const missing = ['title', 'minutes', 'needs'].filter((name) => !facts[name]);
  return [
    ...(facts.lesson === number ? [] : [`${path}:1: the front matter says lesson "${facts.lesson ?? ''}"`]),
    ...missing.map((name) => `${path}:1: the front matter has no "${name}"`),
    ...(lesson ? [] : [`src/lessons/lessons.ts has no lesson ${number}, which ${path} needs`]),
  ];
}

/** What the stored notebooks of a lesson lack: other cells than the source makes, or outputs nobody else could have. */
export function storedProblems(root: string, { file, forms }: CourseLesson): readonly string[] {
  const made = forms.flatMap(({ path, notebook }) => {
    if (!existsSync(join(root, path))) return [`${path} is missing: run npm run lessons -- ${file.number}`];
    const stored = readNotebook(root, path);
    return sameSources(stored, notebook)
      ? outputProblems(root, stored, path)
      : [`${path} is not what ${file.source} makes: run npm run lessons -- ${file.number}`];
  });
  const alone = formPath(file.name, 'student');
  return file.source === undefined ? outputProblems(root, readNotebook(root, alone), alone) : made;
}

const outputProblems = (root: string, stored: Notebook, path: string): readonly string[] => [
  ...pictureProblems(stored, path),
  ...leakProblems(stored, path, { folders: [root] }),
];

/** Lessons of the registry without a notebook, and notebooks of forms whose source is gone, as sentences. */
export function strayProblems(root: string, lessons: readonly Lesson[]): readonly string[] {
  const files = lessonFiles(root);
  const names = new Set(files.filter(({ source }) => source !== undefined).map(({ name }) => name));
  const orphans = (['solved', 'recall'] as const).flatMap((form) => {
    const folder = join(root, 'notebooks', form);
    const notebooks = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ipynb')) : [];
    return notebooks
      .filter((name) => !names.has(name.slice(0, -'.ipynb'.length)))
      .map((name) => `notebooks/${form}/${name} belongs to no source`);
  });
  const unmet = lessons
    .filter(({ number }) => !files.some((file) => file.number === number))
    .map(({ number }) => `src/lessons/lessons.ts has lesson ${number}, which is no notebook`);
  return [...orphans, ...unmet];
}
