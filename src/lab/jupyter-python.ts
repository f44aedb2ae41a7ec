import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { OutsideError } from '../errors.ts';

export interface JupyterPlace {
  readonly root: string;
  readonly platform: NodeJS.Platform;
  /** Modules that the Python must have. */
  readonly modules: readonly string[];
  /** Called before an installation that takes a minute. */
  readonly installing: () => void;
}

/**
 * A Python that can run notebooks without JupyterLab: the lab's `.venv`, the one on PATH, or a small one that is made
 * in `.airlab/jupyter` with the versions of requirements.txt.
 *
 * @returns the command to start.
 * @throws OutsideError `NO_PYTHON` or `NO_REGISTRY`.
 */
export function jupyterPython(place: JupyterPlace): string {
  const { root, platform } = place;
  const found = readyJupyterPython(place);
  if (found) return found;
  place.installing();
  install(root, ownVenv(root), platform);
  return pythonIn(ownVenv(root), platform);
}

/** The same without an installation: undefined when there is none. */
export function readyJupyterPython({
  root,
  platform,
  modules,
}: Omit<JupyterPlace, 'installing'>): string | undefined {
  const venv = pythonIn(join(root, '.venv'), platform);
  const candidates = [venv, 'python3', 'python', pythonIn(ownVenv(root), platform)];
  return candidates.find((python) => canImport(python, modules));
}

const ownVenv = (root: string): string => join(root, '.airlab', 'jupyter');

const pythonIn = (venv: string, platform: NodeJS.Platform): string =>
  platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');

function canImport(python: string, modules: readonly string[]): boolean {
  if (isAbsolute(python) && !existsSync(python)) return false;
  return spawnSync(python, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' }).status === 0;
}

const PACKAGES = ['nbclient', 'nbformat', 'jupyter_client', 'jupyter_kernel_test', 'ipykernel'];

function install(root: string, target: string, platform: NodeJS.Platform): void {
  const base = ['python3', 'python'].find((python) => canImport(python, ['venv', 'ensurepip']));
  if (!base)
    throw new OutsideError(
      'No python3 with the venv module was found, so no Jupyter can be installed.',
      'Install Python 3.9 or newer (Debian and Ubuntu: apt install python3-venv), then try again.',
      'NO_PYTHON',
    );
  // Two commands may install at the same time: each makes its own and the first one stays.
  const mine = `${target}-${process.pid}`;
  mkdirSync(join(root, '.airlab'), { recursive: true });
  const python = pythonIn(mine, platform);
  const pinned = ['-c', join(root, 'src/lab/requirements.txt'), ...PACKAGES];
  const reason =
    complaint(spawnSync(base, ['-m', 'venv', mine], { encoding: 'utf8' })) ??
    complaint(spawnSync(python, ['-m', 'pip', 'install', '-q', ...pinned], { encoding: 'utf8' }));
  if (reason !== undefined) {
    rmSync(mine, { recursive: true, force: true });
    throw new OutsideError(
      `Jupyter could not be installed into .airlab/jupyter: ${reason}`,
      'Connect to the network once, or put a Python with nbclient and jupyter_client on PATH.',
      'NO_REGISTRY',
    );
  }
  try {
    renameSync(mine, target);
  } catch {
    rmSync(mine, { recursive: true, force: true });
  }
}

function complaint({ status, stderr }: { status: number | null; stderr: string | null }): string | undefined {
  return status === 0 ? undefined : (stderr?.trim().split('\n').at(-1) ?? 'no reason given');
}
