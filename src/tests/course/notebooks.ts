import type { Notebook, NotebookCell, Output } from '../../course/notebook.ts';

export const stream = (text: string, name = 'stdout'): Output => ({
  output_type: 'stream',
  name,
  text: [text],
});

export const shown = (data: Record<string, unknown>, metadata: Record<string, unknown> = {}): Output => ({
  output_type: 'display_data',
  data,
  metadata,
});

export const failed = (ename: string): Output => ({
  output_type: 'error',
  ename,
  evalue: 'x',
  traceback: [],
});

/** A notebook of one code cell, `cell-1`, with these outputs. */
export function notebook(outputs: readonly Output[], cell: Partial<NotebookCell> = {}): Notebook {
  const cells: NotebookCell[] = [
    {
      cell_type: 'code',
      id: 'cell-1',
      metadata: {},
      source: ['work();'],
      execution_count: 1,
      outputs,
      ...cell,
    },
  ];
  return { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
}
