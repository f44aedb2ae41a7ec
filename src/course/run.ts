import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type NotebookResult, runNotebooks, startClassroomProcess } from '../lab/notebook-run.ts';
import { makeStage } from '../lab/stage.ts';
import { formPath } from './files.ts';
import { leakProblems } from './leaks.ts';
import type { Notebook } from './notebook.ts';
import { isAboutMachine } from './outputs.ts';
import type { FormName } from './source.ts';
import { notebookText, parseNotebook } from './stored.ts';

/** The moment at which the classroom API stands while outputs are made: every lesson's data lies before it. */
export const LESSON_NOW = '2026-11-24T09:00Z';
const SEED = '1';

export interface RunPlace {
  /** The repository. */
  readonly root: string;
  readonly python: string;
  readonly env: NodeJS.ProcessEnv;
}

/** One form of a lesson, executed. */
export interface FormRun {
  readonly result: NotebookResult;
  /** With outputs; left out when a cell failed. */
  readonly notebook?: Notebook;
  /** Outputs that hold paths or ports of this machine. */
  readonly leaks: readonly string[];
}

/**
 * Executes a notebook in real Jupyter on a stage of its own, with a classroom API of its own that stands at
 * {@link LESSON_NOW}: what one notebook does is never seen in the output of another.
 *
 * @throws OutsideError when Jupyter or the classroom API does not run.
 */
export async function runForm(
  { root, python, env }: RunPlace,
  lesson: { readonly name: string; readonly form: FormName; readonly notebook: Notebook },
  kernel: 'airlab' | 'tslab' = 'airlab',
): Promise<FormRun> {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-lesson-'));
  const stage = join(folder, 'airlab');
  const target = formPath(lesson.name, lesson.form);
  const path = join(stage, target);
  makeStage(root, stage, lesson.form === 'solved' ? 'solutions' : 'starters');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, notebookText(lesson.notebook));
  const classroom = await startClassroomProcess(root, ['--now', LESSON_NOW, '--seed', SEED]);
  try {
    const place = { root: stage, dist: join(root, 'src/dist'), folder, python, env };
    const results: NotebookResult[] = [];
    await runNotebooks(
      { ...place, classroomUrl: classroom.url },
      { kernel, paths: [path], write: true },
      (one) => void results.push(one),
    );
    const [result = { path, cells: 0, seconds: 0 }] = results;
    if (result.error) return { result, leaks: [] };
    const notebook = parseNotebook(readFileSync(path, 'utf8'), target);
    const folders = [folder, root, env.HOME ?? ''];
    const kept = { ...notebook, cells: notebook.cells.filter((cell) => !isAboutMachine(cell)) };
    return { result, notebook, leaks: leakProblems(kept, target, { folders }) };
  } finally {
    classroom.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
