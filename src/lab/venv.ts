import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../build/log.mjs';
import type { Progress } from '../build/progress.mjs';
import type { StepTrouble } from '../build/trouble.mjs';
import type { Jupyter } from './jupyter.ts';
import { type Ask, findPython } from './python.ts';
import type { Processes } from './service.ts';
import {
  noPython,
  noVenvModule,
  pipTrouble,
  readOnly,
  venvTrouble,
  withoutJupyter,
} from './ways-to-jupyter.ts';

export interface VenvPlace {
  readonly root: string;
  /** Folder that holds `kernels/airlab`, for the way on without Jupyter. */
  readonly kernels: string;
  readonly writable: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly progress: Progress;
  readonly processes: Processes;
  readonly ask: Ask;
}

/** The JupyterLab of `.venv` when it was installed completely from today's requirements and its Python still runs. */
export async function readyVenv(
  root: string,
  ask: Ask,
  env: NodeJS.ProcessEnv,
): Promise<Jupyter | undefined> {
  const complete = readIfThere(stampOf(root)) === requirementsHash(root);
  return complete && (await has('jupyterlab', { root, ask, env })) ? labOf(root) : undefined;
}

/**
 * Makes `.venv` with the pinned JupyterLab, or brings it up to date.
 *
 * @returns how to start it, or the trouble with the ways on.
 */
export async function makeVenv(place: VenvPlace): Promise<Jupyter | StepTrouble> {
  const { root, kernels } = place;
  if (!place.writable) return withoutJupyter(kernels, readOnly());
  if (!(await has('pip', place))) {
    const trouble = await createVenv(place);
    if (trouble) return withoutJupyter(kernels, trouble);
  }
  const trouble = await installJupyter(place);
  if (!trouble) {
    writeFileSync(stampOf(root), requirementsHash(root));
    return labOf(root);
  }
  // An earlier, complete installation still runs.
  const usable = existsSync(stampOf(root)) && (await has('jupyterlab', place));
  return usable ? labOf(root) : withoutJupyter(kernels, trouble);
}

/** False also when the Python of `.venv` does not run: it was upgraded, removed or never there. */
async function has(
  module: string,
  { root, ask, env }: Pick<VenvPlace, 'root' | 'ask' | 'env'>,
): Promise<boolean> {
  const question = `import importlib.util as u, sys; sys.exit(u.find_spec('${module}') is None)`;
  return existsSync(pythonOf(root)) && (await ask(pythonOf(root), ['-c', question], env))?.exitCode === 0;
}

async function createVenv({
  root,
  env,
  log,
  progress,
  processes,
  ask,
}: VenvPlace): Promise<StepTrouble | undefined> {
  const python = await findPython(ask, env);
  if (!python) return noPython();
  if (!python.canMakeVenv) return noVenvModule(python);
  // A folder whose Python is gone would keep its dead links; one that only lacks pip may hold somebody's packages.
  const isDead = (await ask(pythonOf(root), ['--version'], env))?.exitCode !== 0;
  const step = progress.step('Making .venv for JupyterLab');
  const exitCode = await processes.runLogged({
    command: python.command,
    args: ['-m', 'venv', ...(isDead ? ['--clear'] : []), join(root, '.venv')],
    cwd: root,
    env,
    log,
  });
  step.end(exitCode === 0 ? 'done' : 'failed');
  return exitCode === 0 ? undefined : { ...venvTrouble(python), log: log.path };
}

async function installJupyter({
  root,
  env,
  log,
  progress,
  processes,
}: VenvPlace): Promise<StepTrouble | undefined> {
  const requirements = join(root, 'src/lab/requirements.txt');
  const total = readFileSync(requirements, 'utf8').match(/^[\w-]+==/gm)?.length ?? 0;
  const lines: string[] = [];
  const step = progress.step('Installing JupyterLab with pip (first start only)');
  const exitCode = await processes.runLogged({
    command: pythonOf(root),
    args: [
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '--no-input',
      '--retries=2',
      '--timeout=30',
      '-r',
      requirements,
    ],
    cwd: root,
    env,
    log,
    onLine: (line) => {
      lines.push(line);
      const found = lines.filter((each) => each.startsWith('Collecting ')).length;
      step.note(line.startsWith('Installing ') ? 'unpacking' : `${found} of ${total}`);
    },
  });
  step.end(exitCode === 0 ? 'done' : 'failed');
  return exitCode === 0 ? undefined : { ...pipTrouble(lines.join('\n'), exitCode), log: log.path };
}

function labOf(root: string): Jupyter {
  // Not the script jupyter-lab: it holds an absolute path and breaks when the folder moves.
  return {
    kind: 'lab',
    origin: 'venv',
    command: [pythonOf(root), join(root, 'src/lab/start_jupyterlab.py')],
  };
}

function pythonOf(root: string): string {
  return process.platform === 'win32'
    ? join(root, '.venv', 'Scripts', 'python.exe')
    : join(root, '.venv', 'bin', 'python');
}

function stampOf(root: string): string {
  return join(root, '.venv', '.airlab');
}

function requirementsHash(root: string): string {
  return createHash('sha256')
    .update(readFileSync(join(root, 'src/lab/requirements.txt')))
    .digest('hex');
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
