import { posix } from 'node:path';
import type { Notebook, NotebookCell, Output } from '../notebook.ts';
import { shapeOf } from '../shape.ts';
import { linesOf, textOf } from '../stored.ts';

/** The stored forms of one lesson; a lesson without a source has only the student form. */
export interface StoredForms {
  /** Ids of all cells in the order of the source. */
  readonly order: readonly string[];
  readonly student: Notebook;
  readonly solved?: Notebook;
}

/** Links, but not pictures, to anything else than the web, the page itself and the lessons. */
const OUTSIDE = /(?<!!)\[([^\]]+)\]\((?![a-z]+:|#|\d\d-[a-z0-9-]+\.ipynb)([^)#\s]+)[^)]*\)/g;
const ANSWER = 'One good answer, and what it gives';
const OUTPUT = 'What it says after an answer';

/**
 * A lesson as a page of the book: the student form as it is met, and below every task its answer, folded, so that a
 * reader on a train can still try first. Pure.
 */
export function bookPage({ order, student, solved }: StoredForms): Notebook {
  const cells = order.flatMap((id) => pageCells(cellIn(student, id), cellIn(solved, id)));
  const language_info = { name: 'typescript', pygments_lexer: 'typescript' };
  return { ...student, metadata: { ...student.metadata, language_info }, cells: cells.map(asPage) };
}

const cellIn = (notebook: Notebook | undefined, id: string): NotebookCell | undefined =>
  notebook?.cells.find((cell) => cell.id === id);

function pageCells(given: NotebookCell | undefined, solved: NotebookCell | undefined): NotebookCell[] {
  if (given === undefined) return solved === undefined ? [] : [folded(solved, 'hide-cell', ANSWER)];
  if (solved === undefined || given.cell_type === 'markdown') return [given];
  if (textOf(given.source) !== textOf(solved.source))
    return [given, folded({ ...solved, id: `${solved.id}-answer`.slice(-64) }, 'hide-cell', ANSWER)];
  return saysTheSame(given, solved) ? [solved] : [folded(solved, 'hide-output', OUTPUT)];
}

/** Cells about time differ in their numbers; tools that wait for an answer differ in all. */
function saysTheSame(one: NotebookCell, other: NotebookCell): boolean {
  const [a, b] = [one, other].map(({ outputs = [] }) => outputs);
  const isTold = [one, other].some(({ outputs = [] }) => JSON.stringify(outputs).includes('role=\\"note\\"'));
  return JSON.stringify(a) === JSON.stringify(b) || (!isTold && shapeOf(a ?? []) === shapeOf(b ?? []));
}

function folded(cell: NotebookCell, tag: string, prompt: string): NotebookCell {
  const tags = Array.isArray(cell.metadata.tags) ? cell.metadata.tags : [];
  const mystnb = { code_prompt_show: prompt, code_prompt_hide: prompt };
  return { ...cell, metadata: { ...cell.metadata, tags: [...tags, tag], mystnb } };
}

function asPage(cell: NotebookCell): NotebookCell {
  return cell.cell_type === 'markdown'
    ? { ...cell, source: linesOf(withoutOutside(textOf(cell.source))) }
    : { ...cell, outputs: (cell.outputs ?? []).map(withPicture) };
}

/** What lies outside the book cannot be opened from it, so it is named instead. */
const withoutOutside = (text: string): string =>
  text.replace(OUTSIDE, (_, words: string, target: string) => {
    const file = posix.normalize(`notebooks/${target}`);
    return `${words} (\`${file}\` in the folder of the course)`;
  });

/** The tool drops alternative texts, so a picture becomes HTML that has its own. */
function withPicture(output: Output): Output {
  if (!('data' in output) || output.data['image/png'] === undefined) return output;
  const { alt, width } = pictureFacts(output.metadata['image/png']);
  const bytes = textOf(output.data['image/png']).replace(/\s/g, '');
  const size = width === undefined ? '' : ` width="${width}"`;
  const html = `<img alt="${attribute(alt)}"${size} src="data:image/png;base64,${bytes}">`;
  return { ...output, data: { 'text/html': [html] }, metadata: {} };
}

function pictureFacts(metadata: unknown): { readonly alt: string; readonly width?: number } {
  if (typeof metadata !== 'object' || metadata === null) return { alt: '' };
  const alt = 'alt' in metadata && typeof metadata.alt === 'string' ? metadata.alt : '';
  return 'width' in metadata && typeof metadata.width === 'number' ? { alt, width: metadata.width } : { alt };
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
