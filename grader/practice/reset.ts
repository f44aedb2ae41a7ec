import { copyFileSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { OutsideError } from '../../src/errors.ts';

/** One file that was looked at. Paths are relative to the root. */
export interface ResetFile {
  readonly path: string;
  readonly kind: 'restored' | 'unchanged';
  readonly backup?: string;
}

export interface ResetRequest {
  readonly root: string;
  readonly exercise: string;
  /** Text of the starter, by file ending. */
  readonly starters: Readonly<Record<string, string>>;
  readonly nowMs: number;
}

/**
 * Puts the starter back. What stood there goes to `.airlab/backups/` first; when that fails nothing is changed.
 *
 * @throws OutsideError `RESET_FAILED` when a file cannot be written.
 */
export function resetExercise({ root, exercise, starters, nowMs }: ResetRequest): ResetFile[] {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
  return Object.entries(starters).map(([ending, starter]) => {
    const path = join(root, 'exercises', exercise + ending);
    const shown = relative(root, path);
    const current = textOf(path);
    if (current === starter) return { path: shown, kind: 'unchanged' };
    const backup = join(root, '.airlab/backups', `${exercise}-${stamp}${ending}`);
    try {
      if (lstatSync(path, { throwIfNoEntry: false })) keepBackup(path, backup);
      writeWhole(path, starter);
    } catch (error) {
      throw new OutsideError(
        `${shown} could not be put back: ${error instanceof Error ? error.message : String(error)}`,
        'Check that you may write to exercises/ and .airlab/.',
        'RESET_FAILED',
        error,
      );
    }
    return {
      path: shown,
      kind: 'restored',
      ...(current === undefined ? {} : { backup: relative(root, backup) }),
    };
  });
}

function keepBackup(path: string, backup: string): void {
  mkdirSync(join(backup, '..'), { recursive: true });
  copyFileSync(path, backup);
}

/** Rename replaces a file in one step: an editor or a watcher never sees half of it. */
function writeWhole(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
