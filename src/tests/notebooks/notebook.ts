import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Data of one output by MIME type, and its metadata. */
export interface NotebookOutput {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface NotebookCell {
  readonly id: string;
  readonly cell_type: 'markdown' | 'code' | 'raw';
  readonly source: string | readonly string[];
  readonly execution_count?: number | null;
  readonly outputs?: readonly NotebookOutput[];
}

export interface Notebook {
  readonly raw: string;
  readonly cells: readonly NotebookCell[];
  readonly metadata: { readonly kernelspec?: { readonly name?: string } };
}

/** A notebook of the folder `notebooks`. */
export function readNotebook(name: string): Notebook {
  const raw = readFileSync(join(__dirname, '../../../notebooks', name), 'utf8');
  return { raw, ...JSON.parse(raw) };
}

/** The text of a cell, however it is stored. */
export const sourceOf = ({ source }: NotebookCell): string => [source].flat().join('');

export const codeCells = ({ cells }: Notebook): NotebookCell[] =>
  cells.filter((cell) => cell.cell_type === 'code');

export const textCells = ({ cells }: Notebook): NotebookCell[] =>
  cells.filter((cell) => cell.cell_type === 'markdown');
