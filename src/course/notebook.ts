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
  readonly execution_count?: null;
  readonly outputs?: readonly unknown[];
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
  if (kind === 'text') return form === 'recall' ? headingsOf(text) : text;
  const chosen = chooseParts(text, form === 'solved' ? 'solution' : 'instead');
  return form === 'solved' ? withLetters(chosen, lessons) : chosen;
}

const headingsOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /^#{1,3} /.test(line))
    .join('\n');

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

/** The notebook as text with stable formatting. */
export const notebookText = (notebook: Notebook): string => `${JSON.stringify(notebook, null, 1)}\n`;
