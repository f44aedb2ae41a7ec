import { realParent, watchParent } from '../kernel/orphan.ts';

/** A terminal and npm both pass Ctrl-C on: what follows so soon is the same wish. */
const SAME_WISH_MS = 1_000;

/**
 * Resolves when this process is asked to end: Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that started it.
 * A second signal ends at once; the supervisors then finish on their own.
 */
export function stopRequest(env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve) => {
    const state = { askedAt: 0 };
    const ask = (reason: string): void => {
      if (state.askedAt > 0 && performance.now() - state.askedAt > SAME_WISH_MS) process.exit(130);
      if (state.askedAt === 0) state.askedAt = performance.now();
      resolve(reason);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal));
    if (env.npm_lifecycle_event) watchParent(realParent, () => ask('npm ended'));
  });
}
