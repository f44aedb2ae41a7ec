// Where airlab keeps what it writes while it runs, and the log files in it.
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KEPT_LOGS = 10;

/**
 * The folder for logs, process records and Jupyter's own files: `.airlab` in the repository,
 * or a new folder in the system's temporary one when the repository is read-only.
 */
export function stateFolder(root, temporary = tmpdir()) {
  try {
    accessSync(root, constants.W_OK);
    mkdirSync(join(root, '.airlab/logs'), { recursive: true });
    accessSync(join(root, '.airlab/logs'), constants.W_OK);
    return { folder: join(root, '.airlab'), writable: true };
  } catch {
    const folder = mkdtempSync(join(temporary, 'airlab-'));
    mkdirSync(join(folder, 'logs'));
    return { folder, writable: false };
  }
}

/** Opens `logs/NAME-TIME.log` for appending and removes all but the newest ten of that name. */
export function openLog({ folder, name, now }) {
  const logs = join(folder, 'logs');
  const older = readdirSync(logs).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.log'));
  for (const file of older.sort().slice(0, Math.max(0, older.length - KEPT_LOGS + 1)))
    rmSync(join(logs, file), { force: true });
  const time = new Date(now).toISOString().slice(0, 19).replace(/:/g, '-');
  const path = join(logs, `${name}-${time}.log`);
  const fd = openSync(path, 'a');
  return { path, fd, write: (text) => writeIfPossible(fd, text) };
}

function writeIfPossible(fd, text) {
  try {
    writeSync(fd, text);
  } catch {
    // On a full disk the command itself may still succeed or say so better.
  }
}
