import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KernelspecPlace {
  /** The repository: the spec is written to `<root>/.jupyter/kernels/airlab`. */
  readonly root: string;
  /** Absolute path of the Node that runs cells. */
  readonly nodePath: string;
  /** Folder with the built `kernel.js`. */
  readonly folder: string;
}

/**
 * Registers the kernel inside the repository, for `JUPYTER_PATH=<root>/.jupyter`; nothing is installed elsewhere.
 * All paths are absolute, so it does not matter what is on PATH.
 *
 * @returns the kernelspec's folder.
 * @example writeKernelspec({ root, nodePath: process.execPath, folder: join(root, 'src/dist') })
 */
export function writeKernelspec({ root, nodePath, folder }: KernelspecPlace): string {
  const target = join(root, '.jupyter', 'kernels', 'airlab');
  mkdirSync(target, { recursive: true });
  const spec = {
    argv: [nodePath, join(folder, 'kernel.js'), '--config-path', '{connection_file}'],
    display_name: 'TypeScript (airlab)',
    language: 'typescript',
    // Windows cannot signal a Node process, and a loop is stopped from the thread that reads messages.
    interrupt_mode: 'message',
    env: {},
    metadata: { debugger: false },
  };
  writeFileSync(join(target, 'kernel.json'), `${JSON.stringify(spec, undefined, 2)}\n`);
  writeFileSync(join(target, 'logo-svg.svg'), LOGO);
  return target;
}

// Three bars of different height under a line: readings of the air and the guideline.
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="airlab">
<rect width="64" height="64" rx="12" fill="#1b4965"/>
<path d="M14 50V34h8v16zM28 50V22h8v28zM42 50V40h8v10z" fill="#ffffff"/>
<path d="M10 18h44" stroke="#ffb703" stroke-width="4" stroke-linecap="round" stroke-dasharray="8 6"/>
</svg>
`;
