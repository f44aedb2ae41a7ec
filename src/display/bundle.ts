import type { Bundle } from '../kernel/messages.ts';

export type { Bundle };

/** How Jupyter kernels other than tslab (Deno's, and ours) ask a value for its bundle. */
export const DISPLAY = Symbol.for('Jupyter.display');

type Writer = (content: Bundle & { readonly transient: object }, isUpdate: boolean) => void;

/** An output that can be replaced. */
export interface Output {
  show(content: Bundle): void;
}

/**
 * Shows one bundle below the cell that runs. Outside Jupyter its plain text is printed.
 *
 * @example display({ data: { 'text/html': '<b>8.4</b>', 'text/plain': '8.4' }, metadata: {} })
 */
export function display(content: Bundle): void {
  const write = jupyterWriter();
  if (write) write({ ...content, transient: {} }, false);
  else console.log(plainText(content));
}

/** An output whose content is replaced each time that it is shown anew; outside Jupyter each is printed. */
export function replaceableOutput(id: string): Output {
  const state = { isUpdate: false };
  return {
    show(content) {
      const write = jupyterWriter();
      if (write) write({ ...content, transient: { display_id: id } }, state.isUpdate);
      else console.log(plainText(content));
      state.isUpdate = true;
    },
  };
}

/** True inside a Jupyter kernel, once a cell runs. */
export function isInJupyter(): boolean {
  return jupyterWriter() !== undefined;
}

// tslab's own display functions send one MIME type each, so a bundle goes through the writer beneath them. It must be
// the copy of tslab that the kernel loaded, wherever that lies.
function jupyterWriter(): Writer | undefined {
  const path = Object.keys(require.cache).find((name) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(name));
  const loaded: { lastWriteDisplayData?: unknown } = (path && require.cache[path]?.exports) || {};
  const write = loaded.lastWriteDisplayData;
  return typeof write === 'function' ? (content, isUpdate) => void write(content, isUpdate) : undefined;
}

function plainText({ data }: Bundle): string {
  return String(data['text/plain'] ?? '').replace(/\n$/, '');
}
