import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { OutsideError, UsageError } from '../errors.ts';
import { writeKernelspec } from '../kernel/kernelspec.ts';
import { labEnvironment } from './environment.ts';

/** One notebook executed on one kernel. */
export interface NotebookResult {
  readonly path: string;
  readonly cells: number;
  readonly seconds: number;
  /** The code cell that took longest, from 1. */
  readonly slowest?: { readonly cell: number; readonly seconds: number };
  /** Memory of the kernel after the last cell, megabytes; null where it could not be measured. */
  readonly kernelMb?: number | null;
  readonly error?: {
    /** Among the code cells, from 1; 0 when no cell had started. */
    readonly cell: number;
    readonly ename: string;
    readonly evalue: string;
    readonly traceback: readonly string[];
  };
}

/**
 * Paths of the notebooks to run: all of `notebooks/` but the recall twins, and those of `exercises/` whose metadata says
 * `"airlab": { "run": true }`; or the named ones.
 *
 * @throws UsageError for a name that fits none.
 */
export function chooseNotebooks(root: string, names: readonly string[]): string[] {
  const all = [
    ...notebooksIn(join(root, 'notebooks')).filter((path) => basename(dirname(path)) !== 'recall'),
    ...notebooksIn(join(root, 'exercises')).filter(isRun),
  ];
  for (const name of names)
    if (!all.some((path) => path.includes(name)))
      throw new UsageError(
        `No notebook is named like "${name}".`,
        `There are: ${all.map((path) => basename(path, '.ipynb')).join(', ') || 'none'}.`,
      );
  return all.filter((path) => names.length === 0 || names.some((name) => path.includes(name)));
}

function notebooksIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => path.endsWith('.ipynb') && !path.includes('.ipynb_checkpoints'))
      .sort();
  } catch {
    return [];
  }
}

function isRun(path: string): boolean {
  const notebook: { metadata?: { airlab?: { run?: boolean } } } = JSON.parse(readFileSync(path, 'utf8'));
  return notebook.metadata?.airlab?.run === true;
}

export interface RunPlace {
  readonly root: string;
  /** Folder with the built `kernel.js`. */
  readonly dist: string;
  /** A folder of this run: kernelspecs and Jupyter's own files go there. */
  readonly folder: string;
  readonly python: string;
  readonly classroomUrl: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Executes notebooks one after the other in real Jupyter; `heard` is called after each. */
export async function runNotebooks(
  { root, dist, folder, python, classroomUrl, env }: RunPlace,
  { kernel, paths, write }: { kernel: 'airlab' | 'tslab'; paths: readonly string[]; write: boolean },
  heard: (result: NotebookResult) => void,
): Promise<void> {
  writeKernelspec({ root: folder, nodePath: process.execPath, folder: dist });
  writePlainKernelspec(root, folder);
  const kernels = join(folder, '.jupyter');
  const lab = { root, nodePath: process.execPath, kernels, classroomUrl, offline: true };
  const script = join(root, 'src/lab/run_notebooks.py');
  const child = spawn(python, [script, kernel, ...(write ? ['--write'] : []), ...paths], {
    cwd: root,
    env: {
      ...labEnvironment(env, lab),
      ...ownFolders(folder),
      AIRLAB_PROGRESS: folder,
      PYDEVD_DISABLE_FILE_VALIDATION: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const trouble: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => void trouble.push(line));
  createInterface({ input: child.stdout }).on('line', (line) => heard(JSON.parse(line)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0)
    throw new OutsideError(
      `Jupyter's client ended with exit code ${code}: ${trouble.at(-1) ?? 'it said nothing'}`,
      'Run it again; when it stays, delete .airlab/jupyter so that it is installed anew.',
      'JUPYTER_CLIENT',
    );
}

// Nothing of this run is written to the home folder, and nothing there changes it.
const ownFolders = (folder: string): NodeJS.ProcessEnv => ({
  JUPYTER_CONFIG_DIR: join(folder, 'config'),
  JUPYTER_DATA_DIR: join(folder, 'data'),
  JUPYTER_RUNTIME_DIR: join(folder, 'runtime'),
  IPYTHONDIR: join(folder, 'ipython'),
});

function writePlainKernelspec(root: string, folder: string): void {
  const target = join(folder, '.jupyter', 'kernels', 'tslab');
  mkdirSync(target, { recursive: true });
  const tslab = join(root, 'node_modules/tslab/bin/tslab');
  const argv = [process.execPath, tslab, 'kernel', '--config-path', '{connection_file}'];
  const spec = { argv, display_name: 'TypeScript (tslab)', language: 'typescript' };
  writeFileSync(join(target, 'kernel.json'), JSON.stringify(spec));
}

export interface ClassroomProcess {
  readonly url: string;
  stop(): void;
}

const START_MS = 15_000;

/** Starts the built classroom API on a free port of loopback, with more arguments when given, and waits until it answers. */
export async function startClassroomProcess(
  root: string,
  more: readonly string[] = [],
): Promise<ClassroomProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = join(root, 'src/dist/classroom-main.js');
  const child = spawn(process.execPath, [program, '--port', String(port), '--quiet', ...more], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const state = { ended: false };
  child.on('exit', () => {
    state.ended = true;
  });
  for (const until = performance.now() + START_MS; performance.now() < until && !state.ended; ) {
    const isUp = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return { url, stop: () => void child.kill('SIGTERM') };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new OutsideError(
    'The classroom API did not start.',
    'Run "npm run classroom" to see what it says.',
    'CLASSROOM',
  );
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
