import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Log } from '../build/log.mjs';
import type { StepTrouble } from '../build/trouble.mjs';
import { type Jupyter, jupyterArguments, jupyterConfig, jupyterEnvironment } from './jupyter.ts';
import { nextFreePort, portOnLoopback } from './ports.ts';
import { type Processes, type Service, startService, waitUntilAnswering } from './service.ts';

const FIRST_PORT = 8888;
const START_TIMEOUT_MS = 60_000;
const TRIES = 3;
const FIRST_NOTEBOOK = 'notebooks/00-start-here.ipynb';
/** Shells that start without resetting PATH when they are no login shell. */
const SHELLS = ['bash', 'zsh', 'fish', 'sh'];

export interface JupyterServer {
  readonly name: 'JupyterLab' | 'Notebook';
  /** Address with its token. */
  readonly url: string;
  readonly service: Service;
}

export interface ServerPlace {
  readonly root: string;
  /** Folder below which Jupyter keeps its configuration and data. */
  readonly folder: string;
  /** A port that the person asked for and that is free. */
  readonly port: number | undefined;
  readonly token: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly processes: Processes;
  readonly started: (service: Service) => void;
}

/** Starts Jupyter on the notebooks and waits until it answers. */
export async function startJupyter(
  jupyter: Jupyter,
  place: ServerPlace,
): Promise<JupyterServer | StepTrouble> {
  writeSettings(jupyter, place);
  for (let tries = 1; ; tries += 1) {
    const port = place.port ?? (await nextFreePort({ first: FIRST_PORT, check: portOnLoopback }));
    if (port === undefined) return trouble(jupyter, place, `all ports from ${FIRST_PORT} up are taken`);
    const server = await startAt(port, jupyter, place);
    if ('url' in server || place.port !== undefined || tries === TRIES) return server;
    // Another lab that starts at the same moment may have been faster.
    if ((await portOnLoopback(port)) === 'free') return server;
  }
}

async function startAt(
  port: number,
  jupyter: Jupyter,
  place: ServerPlace,
): Promise<JupyterServer | StepTrouble> {
  const firstNotebook = existsSync(join(place.root, FIRST_NOTEBOOK)) ? FIRST_NOTEBOOK : 'notebooks';
  const [command, ...first] = jupyter.command;
  const service = startService(place.processes, place.log, {
    name: 'Jupyter',
    command,
    args: [...first, ...jupyterArguments(jupyter, { root: place.root, port, firstNotebook })],
    cwd: place.root,
    env: { ...place.env, ...jupyterEnvironment(place.folder, place.token) },
  });
  place.started(service);
  const base = `http://127.0.0.1:${port}`;
  const outcome = await waitUntilAnswering(service, () => answersStatus(base, place.token), {
    timeoutMs: START_TIMEOUT_MS,
  });
  const name = jupyter.kind === 'lab' ? 'JupyterLab' : 'Notebook';
  if (outcome === 'answers') return { name, url: `${base}/?token=${place.token}`, service };
  if (outcome === 'ended') return trouble(jupyter, place, `it ended with exit code ${await service.ended}`);
  await service.stop();
  return trouble(jupyter, place, `it did not answer within ${START_TIMEOUT_MS / 1000} s`);
}

function writeSettings(jupyter: Jupyter, { folder, env }: ServerPlace): void {
  const shell = env.SHELL && SHELLS.includes(basename(env.SHELL)) ? env.SHELL : 'bash';
  write(
    join(folder, 'config/jupyter_config.json'),
    jupyterConfig(jupyter, process.platform === 'win32' ? undefined : shell),
  );
  const notices = join(folder, 'settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings');
  if (!existsSync(notices)) write(notices, { fetchNews: 'false', checkForUpdates: false });
}

function write(path: string, value: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

async function answersStatus(base: string, token: string): Promise<boolean> {
  try {
    const answer = await fetch(`${base}/api/status`, {
      headers: { authorization: `token ${token}` },
      signal: AbortSignal.timeout(2_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

function trouble({ origin }: Jupyter, { log }: ServerPlace, why: string): StepTrouble {
  const repair = origin === 'venv' ? ['remove the folder .venv, then npm start again'] : [];
  return {
    what: `Jupyter did not start: ${why}.`,
    ways: ['read the end of the log', ...repair],
    log: log.path,
  };
}
