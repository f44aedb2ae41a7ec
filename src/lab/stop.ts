import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
    if (!env.npm_lifecycle_event) return;
    const npm = npmAbove(process.ppid);
    const exists = (pid: number): boolean => realParent.exists(pid) && realParent.exists(npm);
    watchParent({ ppid: realParent.ppid, exists }, () => ask('npm ended'));
  });
}

/** npm starts its scripts through a shell, which stays when npm is killed: then npm is the shell's parent. */
function npmAbove(parent: number): number {
  const [, program = '', above = '0'] = /^\d+ \((.*)\) \w (\d+) /.exec(processLine(parent)) ?? [];
  return /(^|\/)(ba|da|z|fi)?sh$/.test(program) ? Number(above) : parent;
}

/** `PID (PROGRAM) STATE PARENT …`, as Linux tells it; empty where nobody does. */
function processLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
    const [, above, program] = /^\s*(\d+)\s+(.*\S)/.exec(stdout ?? '') ?? [];
    return program ? `${pid} (${program}) S ${above} ` : '';
  }
}
