import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { AirlabError, type ErrorDetails } from '../errors.ts';

/** Trouble with the file of a database. */
export class DatabaseFileError extends AirlabError {
  override readonly name = 'DatabaseFileError';
  constructor(
    message: string,
    { trouble = 'yours', ...details }: Omit<ErrorDetails, 'trouble'> & Partial<ErrorDetails>,
  ) {
    super(message, { trouble, ...details });
  }
}

/**
 * Puts the bytes into a new file beside it, waits until the disk has them, and only then gives it the name: at every
 * moment the name is the old file or the new one.
 *
 * @throws DatabaseFileError `DISK_FULL`, `DB_NOT_WRITTEN`; the old file is as it was.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = `${path}.writing`;
  try {
    const file = openSync(beside, 'w');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw notWritten(path, bytes.length, cause);
  }
}

/** What a failed write means. */
export function notWritten(path: string, size: number, cause: unknown): DatabaseFileError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const name = basename(path);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new DatabaseFileError(
      `${name} was not saved: the disk is full (${Math.ceil(size / 1000)} kB are needed).`,
      {
        code: 'DISK_FULL',
        trouble: 'theirs',
        hint: 'Make room and save again. What was saved before is still there.',
        cause,
      },
    );
  return new DatabaseFileError(`${name} was not saved: ${cause instanceof Error ? cause.message : cause}`, {
    code: 'DB_NOT_WRITTEN',
    trouble: 'theirs',
    hint: 'Is the folder there, and may you write in it? What was saved before is still there.',
    cause,
  });
}

/**
 * Gives a file another name, so that its own is free: `air.sqlite` becomes `air.backup-1.sqlite`, the next one
 * `air.backup-2.sqlite`. Nothing is ever deleted.
 *
 * @returns the new path, or undefined when there was no file
 */
export function keepBackup(path: string): string | undefined {
  // A folder of that name is not ours to move: saving says that it is in the way.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const name = (n: number): string => path.replace(/(\.[^./\\]*)?$/, `.backup-${n}$1`);
  let n = 1;
  while (existsSync(name(n))) n += 1;
  renameSync(path, name(n));
  return name(n);
}
