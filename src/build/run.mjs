// Starts commands under the supervisor, so that nothing outlives the command that started them.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const supervise = join(dirname(fileURLToPath(import.meta.url)), 'supervise.mjs');

/**
 * Starts `command` in its own process group. Closing the returned child's stdin ends it and all its descendants;
 * so does the end of this process, whatever ended it.
 */
export function startSupervised({ command, args, cwd, env, output, record }) {
  const words = [supervise, ...(record ? ['--remove', record] : []), command, ...args];
  return spawn(process.execPath, words, {
    cwd,
    env,
    stdio: ['pipe', output, output],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

/**
 * Runs a command to its end with its output in the log; resolves to its exit code (127: it could not be started).
 * `onLine` hears every line; when it returns `'stop'` the command is ended (143).
 */
export function runLogged({ command, args, cwd, env, log, onLine = () => undefined }) {
  log.write(`$ ${[command, ...args].join(' ')}\n`);
  return new Promise((resolve) => {
    const child = startSupervised({ command, args, cwd, env, output: 'pipe' });
    const state = { stopped: false };
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        if (onLine(line) !== 'stop') return;
        state.stopped = true;
        child.stdin.end();
      });
    // It may have ended before it is told to.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      log.write(`${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code) => resolve(state.stopped ? 143 : code === null ? 1 : code));
  });
}
