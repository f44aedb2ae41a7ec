import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NotebookResult } from '../lab/notebook-run.ts';
import { pictureProblems } from './agreement.ts';
import type { CourseLesson, LessonForm } from './course.ts';
import { formPath } from './files.ts';
import type { Notebook } from './notebook.ts';
import { isTimed, withOutputs } from './outputs.ts';
import { type FormRun, type RunPlace, runForm } from './run.ts';
import { changedValues, shapeProblems } from './shape.ts';
import type { FormName } from './source.ts';
import { notebookText, parseNotebook } from './stored.ts';
import { validityProblems } from './validity.ts';

/** What came of making or checking one lesson. */
export interface LessonReport {
  readonly runs: readonly {
    readonly form: FormName | 'plain tslab';
    readonly cells: number;
    readonly seconds: number;
  }[];
  /** Files that changed, from the root. */
  readonly written: readonly string[];
  readonly problems: readonly string[];
  /** Worth knowing, nothing to correct. */
  readonly notes: readonly string[];
}

/**
 * Executes the student and the solved form and writes all three notebooks. A form with a failing cell stays as it was.
 *
 * @throws OutsideError when Jupyter or the classroom API does not run.
 */
export async function makeLesson(place: RunPlace, lesson: CourseLesson): Promise<LessonReport> {
  const { root } = place;
  const parts: LessonReport[] = [];
  for (const { form, path, notebook } of lesson.forms) {
    const before = storedAt(root, path);
    if (form === 'recall') {
      parts.push({ ...NOTHING, written: writeNotebook(root, path, notebook) });
      continue;
    }
    const run = await runForm(place, { name: lesson.file.name, form, notebook });
    if (!run.notebook) {
      parts.push(failed(run, { form, path, lesson }));
      continue;
    }
    const made = withOutputs(notebook, run.notebook, before);
    const written = writeNotebook(root, path, made);
    const problems = [...run.leaks, ...pictureProblems(made, path)];
    parts.push({
      ...NOTHING,
      runs: [runOf(form, run)],
      written,
      problems,
      notes: slowNotes(run, made, path),
    });
  }
  const made = lesson.forms.map(({ path }) => path).filter((path) => existsSync(join(root, path)));
  return together([...parts, { ...NOTHING, problems: validityProblems(place, made) }]);
}

/**
 * Executes the stored student and solved forms and compares; writes nothing.
 *
 * @throws OutsideError when Jupyter or the classroom API does not run.
 */
export async function checkLesson(place: RunPlace, lesson: CourseLesson): Promise<LessonReport> {
  const { root } = place;
  const parts: LessonReport[] = [];
  const stored = storedForms(root, lesson);
  for (const { form, path, notebook } of stored.filter((one) => one.form !== 'recall')) {
    const run = await runForm(place, { name: lesson.file.name, form, notebook });
    if (!run.notebook) {
      parts.push(failed(run, { form, path, lesson }));
      continue;
    }
    const again = withOutputs(notebook, run.notebook, notebook);
    const problems = [...shapeProblems(notebook, again, path), ...run.leaks];
    const changed = problems.length === 0 ? changedValues(notebook, again) : [];
    const notes = changed.map((id) => `${path}, cell ${id}: other values than stored, in the same shape`);
    parts.push({ ...NOTHING, runs: [runOf(form, run)], problems, notes });
  }
  const paths = stored.map(({ path }) => path);
  return together([...parts, { ...NOTHING, problems: validityProblems(place, paths) }]);
}

/**
 * Executes the stored student form on plain tslab, where nothing is compared: it only has to run.
 *
 * @throws OutsideError when Jupyter or the classroom API does not run.
 */
export async function checkOnPlainTslab(place: RunPlace, lesson: CourseLesson): Promise<LessonReport> {
  const stored = storedForms(place.root, lesson).find(({ form }) => form === 'student');
  if (!stored) return NOTHING;
  const run = await runForm(place, { name: lesson.file.name, ...stored }, 'tslab');
  const { form, path } = stored;
  if (!run.notebook) return { ...failed(run, { form, path: `${path} on plain tslab`, lesson }), notes: [] };
  return { ...NOTHING, runs: [{ ...runOf(form, run), form: 'plain tslab' }] };
}

/** No cell but those about time should take longer, seconds. */
const SLOW_S = 2;

function slowNotes({ result }: FormRun, { cells }: Notebook, path: string): readonly string[] {
  const { cell = 0, seconds = 0 } = result.slowest ?? {};
  const slowest = cells.filter(({ cell_type }) => cell_type === 'code')[cell - 1];
  return seconds > SLOW_S && slowest && !isTimed(slowest)
    ? [`${path}, cell ${slowest.id}: took ${seconds.toFixed(1)} s, at most ${SLOW_S} s on a machine at rest`]
    : [];
}

const runOf = (form: FormName, { result: { cells, seconds } }: FormRun): LessonReport['runs'][number] => ({
  form,
  cells,
  seconds,
});

const NOTHING: LessonReport = { runs: [], written: [], problems: [], notes: [] };

/** Several reports as one. */
export const together = (parts: readonly LessonReport[]): LessonReport => ({
  runs: parts.flatMap(({ runs }) => runs),
  written: parts.flatMap(({ written }) => written),
  problems: parts.flatMap(({ problems }) => problems),
  notes: parts.flatMap(({ notes }) => notes),
});

function storedForms(root: string, { file, forms }: CourseLesson): readonly LessonForm[] {
  const paths: readonly { form: FormName; path: string }[] =
    file.source === undefined ? [{ form: 'student', path: formPath(file.name, 'student') }] : forms;
  return paths.flatMap(({ form, path }) => {
    const notebook = storedAt(root, path);
    return notebook ? [{ form, path, notebook }] : [];
  });
}

function storedAt(root: string, path: string): Notebook | undefined {
  const file = join(root, path);
  return existsSync(file) ? parseNotebook(readFileSync(file, 'utf8'), path) : undefined;
}

/** Writes only what changed, so that the times of files stay too. */
function writeNotebook(root: string, path: string, notebook: Notebook): readonly string[] {
  const file = join(root, path);
  const text = notebookText(notebook);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return [];
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return [path];
}

function failed(
  { result }: FormRun,
  { form, path, lesson }: { form: FormName; path: string; lesson: CourseLesson },
): LessonReport {
  return {
    ...NOTHING,
    runs: [{ form, cells: result.cells, seconds: result.seconds }],
    problems: [failureOf(result, path, lesson)],
    notes: [`${path} was left as it was`],
  };
}

/** Which cell failed, where it stands in the source, and what it said. */
function failureOf({ error }: NotebookResult, path: string, { file, source, forms }: CourseLesson): string {
  const notebook = forms.find((one) => path.startsWith(one.path))?.notebook;
  const codes = notebook?.cells.filter(({ cell_type }) => cell_type === 'code') ?? [];
  const id = codes[(error?.cell ?? 0) - 1]?.id;
  const line = source?.cells.find((cell) => cell.id === id)?.line;
  const where = line === undefined ? `code cell ${error?.cell}` : `${file.source}:${line}`;
  const details = error && error.traceback.length > 0 ? error.traceback : [error?.evalue ?? ''];
  return `${path}, ${where}: ${error?.ename}\n${details.join('\n').replace(/^/gm, '      ')}`;
}
