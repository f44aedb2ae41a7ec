import type { Notebook, NotebookCell, Output } from './notebook.ts';
import { shapeOf } from './shape.ts';
import { linesOf } from './stored.ts';

/** A cell with this tag is about time: its stored output stays while its code and the shape of its output do. */
const TIMED = 'timed';
/** The output of a cell with this tag is about the machine that runs it: none is kept. */
const MACHINE = 'machine';

/**
 * A generated notebook with the outputs of its run, cell by cell. Where the run cannot print the same again (cells
 * tagged `timed`), the stored output of `before` is kept; of cells tagged `machine` none is. Pure.
 */
export function withOutputs(generated: Notebook, ran: Notebook, before: Notebook | undefined): Notebook {
  return {
    ...generated,
    cells: generated.cells.map((cell) => {
      if (cell.cell_type === 'markdown') return cell;
      const { execution_count = null, outputs = [] } = cellIn(ran, cell.id) ?? {};
      const fresh = { ...cell, execution_count, outputs: isAboutMachine(cell) ? [] : tidied(outputs) };
      const stored = cellIn(before, cell.id);
      return stored && staysTheSame(fresh, stored) ? { ...fresh, outputs: stored.outputs ?? [] } : fresh;
    }),
  };
}

const cellIn = (notebook: Notebook | undefined, id: string): NotebookCell | undefined =>
  notebook?.cells.find((cell) => cell.id === id);

/** True for cells that are about time. */
export const isTimed = (cell: NotebookCell): boolean => hasTag(cell, TIMED);

/** True for cells that tell about the machine that runs them. */
export const isAboutMachine = (cell: NotebookCell): boolean => hasTag(cell, MACHINE);

const hasTag = ({ metadata: { tags } }: NotebookCell, tag: string): boolean =>
  Array.isArray(tags) && tags.includes(tag);

function staysTheSame(fresh: NotebookCell, stored: NotebookCell): boolean {
  return (
    isTimed(fresh) &&
    fresh.source.join('') === stored.source.join('') &&
    shapeOf(fresh.outputs ?? []) === shapeOf(stored.outputs ?? [])
  );
}

/** Chunks of one stream become one: where they were cut depends on the moment. */
function tidied(outputs: readonly Output[]): readonly Output[] {
  const kept: Output[] = [];
  for (const output of outputs) {
    const last = kept.at(-1);
    if (output.output_type === 'stream' && last?.output_type === 'stream' && output.name === last.name)
      kept.splice(-1, 1, { ...last, text: linesOf([...last.text, ...output.text]) });
    else kept.push(output);
  }
  return kept;
}
