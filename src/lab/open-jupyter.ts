import type { StepTrouble } from '../build/trouble.mjs';
import { findJupyter, type Jupyter } from './jupyter.ts';
import type { JupyterServer } from './server.ts';
import { makeVenv, readyVenv, type VenvPlace } from './venv.ts';

export interface JupyterSearch extends VenvPlace {
  /** Runs `work` when no other command of this repository installs or builds. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly start: (jupyter: Jupyter) => Promise<JupyterServer | StepTrouble>;
  readonly stopping: AbortSignal;
}

/**
 * Starts the Jupyter of `.venv`, else the one on PATH, else makes `.venv` first. A Jupyter on PATH that does not start
 * is no reason to give up.
 */
export async function openJupyter(search: JupyterSearch): Promise<JupyterServer | StepTrouble> {
  const { root, env, log, progress, ask, start, stopping } = search;
  const step = progress.step('Looking for Jupyter');
  const own = await readyVenv(root, ask, env);
  const found = own ?? (await findJupyter(ask, env));
  step.end('done');
  if (found) {
    const server = await start(found);
    if ('url' in server || found === own || stopping.aborted) return server;
    log.write(`${server.what} It is the one on PATH, so .venv is made.\n`);
  }
  const made = await search.alone(async () => (await readyVenv(root, ask, env)) ?? makeVenv(search));
  return 'what' in made ? made : start(made);
}
