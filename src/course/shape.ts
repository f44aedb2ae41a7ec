import type { Notebook, Output } from './notebook.ts';
import { textOf } from './stored.ts';

/**
 * What must not change when outputs are made again on another day or machine: types, media types, streams, the names
 * of errors, rows and columns of tables. Numbers and pictures may.
 *
 * @example shapeOf(outputs) // 'display_data text/html (3×4) text/plain'
 */
export const shapeOf = (outputs: readonly Output[]): string =>
  outputs.map(shapeOfOne).join('; ') || 'nothing';

function shapeOfOne(output: Output): string {
  switch (output.output_type) {
    case 'stream':
      return output.name;
    case 'error':
      return `error ${output.ename}`;
    default: {
      const types = Object.keys(output.data).sort();
      const sizes = tableSizes(textOf(output.data['text/html']));
      return [output.output_type, ...types.map((type) => (type === 'text/html' ? type + sizes : type))].join(
        ' ',
      );
    }
  }
}

/** ` (rows×columns, …)` of every table in a piece of HTML. */
function tableSizes(html: string): string {
  const tables = html.match(/<table\b.*?<\/table>/gs) ?? [];
  const sizes = tables.map((table) => {
    const rows = table.match(/<tr\b.*?<\/tr>/gs) ?? [];
    return `${rows.length}×${(rows[0] ?? '').match(/<t[hd]\b/g)?.length ?? 0}`;
  });
  return sizes.length === 0 ? '' : ` (${sizes.join(', ')})`;
}

/** Cells whose outputs differ in shape between what is kept and a new run, as sentences. Pure. */
export function shapeProblems(kept: Notebook, ran: Notebook, path: string): readonly string[] {
  return kept.cells.flatMap((cell) => {
    if (cell.cell_type !== 'code') return [];
    const [before, now] = [cell, ran.cells.find(({ id }) => id === cell.id)].map((one) =>
      shapeOf(one?.outputs ?? []),
    );
    return before === now ? [] : [`${path}, cell ${cell.id}: stored ${before}, but it now gives ${now}`];
  });
}

/** Ids of cells that show something else than what is kept, in the same shape. Pure. */
export function changedValues(kept: Notebook, ran: Notebook): readonly string[] {
  return kept.cells
    .filter(
      ({ id, outputs }) =>
        JSON.stringify(outputs) !== JSON.stringify(ran.cells.find((one) => one.id === id)?.outputs),
    )
    .map(({ id }) => id);
}
