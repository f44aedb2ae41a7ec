import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepFile, seatFolder } from './seat.ts';

const folderOf = (root: string): string => join(seatFolder(root), 'news');

/** Keeps a line for the student: what came of a submission while nobody looked. */
export function addNews(root: string, line: string): void {
  keepFile(join(folderOf(root), `${Date.now()}-${randomUUID()}.txt`), line);
}

/** The kept lines, the oldest first; each is told once. */
export function takeNews(root: string): readonly string[] {
  return names(folderOf(root)).map((name) => {
    const path = join(folderOf(root), name);
    const line = readFileSync(path, 'utf8');
    rmSync(path, { force: true });
    return line;
  });
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort();
  } catch {
    return [];
  }
}
