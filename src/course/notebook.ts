import type { Lesson, Question } from '../teaching/lesson.ts';
import { recallFor } from '../teaching/recall.ts';
import type { FormName, LessonSource, SourceCell } from './source.ts';

/** A Jupyter notebook, nbformat 4.5, as far as lessons need it. */
export interface Notebook {
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cells: readonly NotebookCell[];
}

export interface NotebookCell {
  readonly cell_type: 'markdown' | 'code';
  readonly id: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: readonly string[];
  /** Of code cells; null before the cell ran. */
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

/** What a cell printed, showed, returned or threw. */
export type Output =
  | { readonly output_type: 'stream'; readonly name: string; readonly text: readonly string[] }
  | Shown<'display_data'>
  | (Shown<'execute_result'> & { readonly execution_count: number | null })
  | {
      readonly output_type: 'error';
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

interface Shown<Type extends string> {
  readonly output_type: Type;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

const METADATA = {
  kernelspec: { display_name: 'airlab', language: 'typescript', name: 'airlab' },
  language_info: { name: 'typescript', file_extension: '.ts', mimetype: 'text/typescript' },
};

/**
 * One form of a lesson: `student` (tasks to fill in), `solved` (with the model answers and the right letters) or
 * `recall` (headings and code only, to explain from memory). Outputs are empty: they come from running it. Pure.
 */
export function notebookOf(source: LessonSource, form: FormName, lessons: readonly Lesson[]): Notebook {
  const cells = source.cells
    .filter(({ only }) => only === undefined || only === form)
    .map((cell) => ({ ...cell, text: textIn(cell, form, lessons) }))
    .filter(({ text }) => text !== '');
  return { nbformat: 4, nbformat_minor: 5, metadata: METADATA, cells: cells.map(notebookCell) };
}

function notebookCell({ kind, id, slide, tags, text }: SourceCell): NotebookCell {
  const metadata = {
    ...(slide === '-' ? {} : { slideshow: { slide_type: slide } }),
    ...(tags.length === 0 ? {} : { tags }),
  };
  const source = text.split(/(?<=\n)/);
  return kind === 'text'
    ? { cell_type: 'markdown', id, metadata, source }
    : { cell_type: 'code', id, metadata, execution_count: null, outputs: [], source };
}

function textIn({ kind, text }: SourceCell, form: FormName, lessons: readonly Lesson[]): string {
  if (kind === 'text')
    return form === 'student' ? text : oneFolderDeeper(form === 'recall' ? headingsOf(text) : text);
  const chosen = chooseParts(text, form === 'solved' ? 'solution' : 'instead');
  return form === 'solved' ? withLetters(chosen, lessons) : chosen;
}

const headingsOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /^#{1,3} /.test(line))
    .join('\n');

/** Solved and recall forms lie one folder deeper; links to other lessons stay among them. */
const oneFolderDeeper = (text: string): string =>
  text.replace(/\]\((?![a-z]+:|#|\d\d-[a-z0-9-]+\.ipynb)([^)\s]+)/g, '](../$1');

/** Keeps one of the two sides of every `// solution … // instead … // end`. */
function chooseParts(code: string, side: 'solution' | 'instead'): string {
  let part: 'both' | 'solution' | 'instead' = 'both';
  const lines = code.split('\n').filter((line) => {
    const mark = /^\s*\/\/ (solution|instead|end)$/.exec(line)?.[1];
    if (mark === undefined) return part === 'both' || part === side;
    part = mark === 'end' ? 'both' : mark === 'solution' ? 'solution' : 'instead';
    return false;
  });
  return lines.join('\n').trim();
}

/** `predict('2.3', '?')` and `recall('02', '?')` with the right letters. */
function withLetters(code: string, lessons: readonly Lesson[]): string {
  const predictions = new Map<string, Question>(
    lessons.flatMap((lesson) =>
      lesson.predictions.map((question): [string, Question] => [question.id, question]),
    ),
  );
  return code
    .replace(
      /predict\('([^']+)', '\?'\)/g,
      (_, id: string) => `predict('${id}', '${predictions.get(id)?.right ?? '?'}')`,
    )
    .replace(/recall\('([^']+)', '\?'\)/g, (_, number: string) => {
      const letters = recallFor(lessons, number).map(({ right }) => right);
      return `recall('${number}', '${letters.join('')}')`;
    });
}
