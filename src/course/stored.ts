import { AirlabError } from '../errors.ts';
import type { Notebook, NotebookCell, Output } from './notebook.ts';

/**
 * A notebook as text, formatted as Jupyter itself does it: keys in order, one space a level, texts as lists of lines.
 * The same notebook always gives the same bytes.
 */
export const notebookText = (notebook: Notebook): string => `${JSON.stringify(sorted(notebook), null, 1)}\n`;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/**
 * Reads a notebook as far as lessons need it.
 *
 * @throws AirlabError `LESSON_NOTEBOOK` when it is no notebook of format 4.5.
 */
export function parseNotebook(text: string, path: string): Notebook {
  const value = jsonOf(text, path);
  if (!isRecord(value) || value.nbformat !== 4 || value.nbformat_minor !== 5 || !Array.isArray(value.cells))
    throw wrong(path, 'it is no notebook of format 4.5');
  const metadata = isRecord(value.metadata) ? value.metadata : {};
  return { nbformat: 4, nbformat_minor: 5, metadata, cells: value.cells.map((one) => cellOf(one, path)) };
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(path, 'it is not JSON');
  }
}

function cellOf(value: unknown, path: string): NotebookCell {
  if (!isRecord(value) || typeof value.id !== 'string') throw wrong(path, 'a cell has no id');
  const { id } = value;
  const metadata = isRecord(value.metadata) ? value.metadata : {};
  const source = linesOf(value.source);
  if (value.cell_type !== 'code') return { cell_type: 'markdown', id, metadata, source };
  const count = value.execution_count;
  const outputs = Array.isArray(value.outputs) ? value.outputs : [];
  return {
    cell_type: 'code',
    id,
    metadata,
    source,
    execution_count: typeof count === 'number' ? count : null,
    outputs: outputs.map((output) => outputOf(output, `${path}, cell ${id}`)),
  };
}

function outputOf(value: unknown, path: string): Output {
  if (!isRecord(value)) throw wrong(path, 'an output is no object');
  switch (value.output_type) {
    case 'stream':
      return { output_type: 'stream', name: String(value.name), text: linesOf(value.text) };
    case 'error': {
      const { ename, evalue } = value;
      const traceback = Array.isArray(value.traceback) ? value.traceback.map(String) : [];
      return { output_type: 'error', ename: String(ename), evalue: String(evalue), traceback };
    }
    case 'display_data':
    case 'execute_result': {
      const data = isRecord(value.data) ? value.data : {};
      const metadata = isRecord(value.metadata) ? value.metadata : {};
      const count = typeof value.execution_count === 'number' ? value.execution_count : null;
      return value.output_type === 'display_data'
        ? { output_type: 'display_data', data, metadata }
        : { output_type: 'execute_result', data, metadata, execution_count: count };
    }
    default:
      throw wrong(path, `there is no output of type ${String(value.output_type)}`);
  }
}

/** A text of a notebook, which may be one string or its lines. */
export const textOf = (value: unknown): string => linesOf(value).join('');

/** The lines of a text, each with its end. */
export function linesOf(value: unknown): readonly string[] {
  const text = Array.isArray(value) ? value.join('') : typeof value === 'string' ? value : '';
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(path: string, why: string): AirlabError {
  return new AirlabError(`${path} cannot be read: ${why}.`, {
    code: 'LESSON_NOTEBOOK',
    trouble: 'yours',
    hint: 'Make it anew with: npm run lessons',
  });
}
