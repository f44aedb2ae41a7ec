import type { Notebook, Output } from './notebook.ts';

/** What may not stand in a stored output, because it is true on one machine only. */
export interface Machine {
  /** Folders of this machine: the repository, the home folder, where the notebook ran. */
  readonly folders: readonly string[];
}

const ANY_MACHINE: readonly (readonly [RegExp, string])[] = [
  [/(?:127\.0\.0\.1|localhost|\[::1\]):\d{2,5}/, 'a port of this machine'],
  [/\/(?:home|Users)\/[\w.-]+|[A-Z]:\\\\?Users\\/, 'a home folder'],
  [/\/tmp\/[\w.-]+|\/var\/folders\//, 'a temporary folder'],
];

/** Outputs that tell on which machine they were made, as sentences. Pure. */
export function leakProblems(notebook: Notebook, path: string, { folders }: Machine): readonly string[] {
  return notebook.cells.flatMap(({ id, outputs = [] }) => {
    const text = outputs.map(readable).join('\n');
    const folder = folders.find((one) => one.length > 1 && text.includes(one));
    const found = ANY_MACHINE.filter(([pattern]) => pattern.test(text)).map(([, what]) => what);
    return [...(folder === undefined ? [] : [`the folder ${folder}`]), ...found].map(
      (what) => `${path}, cell ${id}: its output holds ${what}`,
    );
  });
}

/** An output as text, without its pictures. */
function readable(output: Output): string {
  if (!('data' in output)) return JSON.stringify(output);
  const data = Object.entries(output.data).filter(([type]) => !/^image\/(?!svg)/.test(type));
  return JSON.stringify([data, output.metadata]);
}
