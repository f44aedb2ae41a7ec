// One command at a time installs and builds: two at once would break each other's node_modules.
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';

const LOOK_MS = 200;
/** A lock file is empty for a moment after it was made; longer means that its maker died then. */
const EMPTY_MS = 5_000;

/**
 * Runs `work` while nobody else holds the lock file at `path`; waits for another process that does.
 * A lock whose process has ended does not count.
 *
 * @example await exclusively({ path: '.airlab/prepare.lock', waiting: (pid) => say(pid) }, () => install())
 */
export async function exclusively({ path, waiting = () => undefined }, work) {
  while (!take(path)) {
    const holder = holderOf(path);
    if (holder === undefined) rmSync(path, { force: true });
    else {
      waiting(holder);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path) {
  try {
    const fd = openSync(path, 'wx');
    writeSync(fd, String(process.pid));
    closeSync(fd);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds the lock, 0 when it is just taking it, undefined when it has ended. */
function holderOf(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    if (pid === 0) return Date.now() - statSync(path).mtimeMs < EMPTY_MS ? 0 : undefined;
    return isRunning(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
