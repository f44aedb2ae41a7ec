import { statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { realTimers, type Timers } from './timers.ts';

/** The effects of watching, replaced in tests. */
export interface FileEyes {
  readonly timers: Timers;
  /** What identifies the saved state of a file; undefined while there is none. */
  readonly signature: (path: string) => string | undefined;
  /** Tells of events in a folder where the system has them; returns a function that ends it. */
  readonly events: (folder: string, onEvent: (name: string | null) => void) => () => void;
}

/** File events do not reach every file system (WSL, network folders), so the files are looked at as well. */
const POLL_MS = 200;
/** An editor saves in several steps; they are over after this long. */
const DEBOUNCE_MS = 25;

/**
 * Calls `onSave` after one of the files was saved, also when an editor replaces the file. A file that is gone is in
 * the middle of being replaced, so nothing is called until it is back. Saving the same state twice is one save.
 *
 * @returns a function that ends the watching
 * @example const end = watchFiles(['exercises/exercise-pm25.ts'], () => gradeAgain())
 */
export function watchFiles(
  paths: readonly string[],
  onSave: () => void,
  eyes: FileEyes = { timers: realTimers, signature, events },
): () => void {
  const seen = new Map(paths.map((path) => [path, eyes.signature(path)]));
  const look = (): void => {
    const changed = paths.filter((path) => {
      const now = eyes.signature(path);
      return now !== undefined && now !== seen.get(path);
    });
    for (const path of changed) seen.set(path, eyes.signature(path));
    if (changed.length > 0) onSave();
  };
  let endWait = (): void => {};
  const soon = (): void => {
    endWait();
    endWait = eyes.timers.after(DEBOUNCE_MS, look);
  };
  const changedSinceSeen = (): boolean =>
    paths.some((path) => ![undefined, seen.get(path)].includes(eyes.signature(path)));
  const names = new Set(paths.map((path) => basename(path)));
  const ends = [
    eyes.timers.every(POLL_MS, () => changedSinceSeen() && soon()),
    ...[...new Set(paths.map((path) => dirname(path)))].map((folder) =>
      eyes.events(folder, (name) => {
        if (name === null || names.has(name)) soon();
      }),
    ),
  ];
  return () => {
    endWait();
    for (const end of ends) end();
  };
}

function signature(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? undefined : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
}

function events(folder: string, onEvent: (name: string | null) => void): () => void {
  try {
    const watcher = watch(folder, (_type, name) => onEvent(name));
    // Out of inotify watches, or a folder that went away: polling goes on.
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}
