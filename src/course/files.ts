import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FormName } from './source.ts';

/** A lesson as files: its annotated source, or for now only its notebook. */
export interface LessonFile {
  /** File name without its ending: `02-apis`. */
  readonly name: string;
  /** `02` */
  readonly number: string;
  /** Path of the annotated source from the root; left out when there is only a notebook. */
  readonly source?: string;
}

const NAME = /^(\d\d)-[a-z0-9-]+$/;

/** The lessons of a course folder, in their order: every annotated source, and notebooks that have none. */
export function lessonFiles(root: string): readonly LessonFile[] {
  const sources = namesIn(join(root, 'notebooks/source'), '.md');
  const notebooks = namesIn(join(root, 'notebooks'), '.ipynb').filter((name) => !sources.includes(name));
  return [
    ...sources.map((name) => ({ name, number: name.slice(0, 2), source: `notebooks/source/${name}.md` })),
    ...notebooks.map((name) => ({ name, number: name.slice(0, 2) })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every form of a lesson, in the order in which they are made. */
export const FORMS: readonly FormName[] = ['student', 'solved', 'recall'];

const FOLDERS: Readonly<Record<FormName, string>> = {
  student: 'notebooks',
  solved: 'notebooks/solved',
  recall: 'notebooks/recall',
};

/** Where a form of a lesson is kept, from the root. @example formPath('02-apis', 'solved') // 'notebooks/solved/02-apis.ipynb' */
export const formPath = (name: string, form: FormName): string => `${FOLDERS[form]}/${name}.ipynb`;

function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .filter((name) => NAME.test(name));
}
