import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Notebook } from './notebook.ts';
import type { SourceCell } from './source.ts';
import { notebookText } from './stored.ts';

/** True when two notebooks have the same cells, whatever the cells gave. Pure. */
export const sameSources = (a: Notebook, b: Notebook): boolean => bare(a) === bare(b);

const bare = ({ cells, ...rest }: Notebook): string =>
  notebookText({
    ...rest,
    cells: cells.map((cell) =>
      cell.cell_type === 'code' ? { ...cell, execution_count: null, outputs: [] } : cell,
    ),
  });

/** Pictures in outputs whose alternative text is missing or says nothing, as sentences. Pure. */
export function pictureProblems(notebook: Notebook, path: string): readonly string[] {
  return notebook.cells.flatMap(({ id, outputs = [] }) =>
    outputs.flatMap((output) => {
      if (!('data' in output)) return [];
      return Object.keys(output.data)
        .filter((type) => type.startsWith('image/') && altOf(output.metadata[type]).length < 10)
        .map((type) => `${path}, cell ${id}: its ${type} has no alternative text that says what it shows`);
    }),
  );
}

function altOf(metadata: unknown): string {
  if (typeof metadata !== 'object' || metadata === null || !('alt' in metadata)) return '';
  return typeof metadata.alt === 'string' ? metadata.alt.trim() : '';
}

/** Links from a lesson to files that do not exist. `folder` is where the student form lies, from the root. */
export function linkProblems(
  cells: readonly Pick<SourceCell, 'kind' | 'text' | 'line'>[],
  path: string,
  { root, folder, soon }: { root: string; folder: string; soon: ReadonlySet<string> },
): readonly string[] {
  return cells
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ text, line }) =>
      [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)]
        .map(([, target = '']) => target)
        .filter((target) => {
          const file = posix.normalize(`${folder}/${target}`);
          return !soon.has(file) && !existsSync(join(root, file));
        })
        .map((target) => `${path}:${line}: a link to ${target}, which does not exist`),
    );
}
