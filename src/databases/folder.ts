import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { airlabRoot } from '../practice/airlab-root.ts';
import { diskFull, isFull } from './trouble.ts';

/**
 * Where databases with a name lie: AIRLAB_DATABASES, or `.airlab/databases` in the folder of airlab. It is made.
 *
 * @throws OutsideError `NO_GRADER` outside airlab.
 */
export function databaseFolder(env: NodeJS.ProcessEnv = process.env): string {
  const folder =
    env.AIRLAB_DATABASES ||
    join(
      airlabRoot({ env, from: [process.cwd(), ...(typeof __dirname === 'string' ? [__dirname] : [])] }),
      '.airlab',
      'databases',
    );
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * The path of a database file.
 *
 * @throws UsageError `DATABASE_NAME` for names with slashes and the like: they could leave the folder.
 * @example databaseFile('air', 'sqlite') // …/.airlab/databases/air.sqlite
 */
export function databaseFile(name: string, ending: string, folder = databaseFolder()): string {
  if (/^[a-z0-9][a-z0-9_-]{0,60}$/i.test(name)) return join(folder, `${name}.${ending}`);
  throw new UsageError(
    `'${name}' cannot be the name of a database.`,
    "Use letters, digits, - and _, as in 'air-2026'.",
    'DATABASE_NAME',
  );
}

/** Copies a file into `backups/` beside it, under the next free number. @returns the copy's path */
export function backUp(path: string): string {
  const folder = join(path, '..', 'backups');
  mkdirSync(folder, { recursive: true });
  for (let number = 1; ; number += 1) {
    const copy = join(folder, `${number}-${basename(path)}`);
    if (existsSync(copy)) continue;
    copyFileSync(path, copy);
    return copy;
  }
}

/** Writes bytes; tests give one that fails. */
export type WriteBytes = (path: string, bytes: Uint8Array) => void;

/**
 * Replaces a file, all of it or nothing, and waits until the disk has it.
 *
 * @throws OutsideError `DISK_FULL`
 */
export function replaceFile(path: string, bytes: Uint8Array, write: WriteBytes = writeSynced): void {
  const fresh = `${path}.${process.pid}.new`;
  try {
    write(fresh, bytes);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw isFull(error) ? diskFull(path, error) : error;
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
