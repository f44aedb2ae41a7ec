import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root as repository } from '../kernel/jupyter.ts';

export interface MiniCourse {
  /** A folder with the course and links to everything else of the repository. */
  readonly root: string;
  /** Writes a file, its path from the root. */
  write(path: string, text: string): void;
  remove(): void;
}

/** A course in a folder of its own; `files` are paths from the root and their texts. */
export function miniCourse(files: Readonly<Record<string, string>> = {}): MiniCourse {
  const root = mkdtempSync(join(tmpdir(), 'airlab-mini-course-'));
  for (const name of ['src', 'grader', 'solutions', 'node_modules'])
    symlinkSync(join(repository, name), join(root, name), 'junction');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** A source without anything to correct, around `cells`. */
export const sourceText = (cells: string, lesson = '01'): string =>
  `---\nlesson: ${lesson}\ntitle: Tiny\nminutes: 2 + 3\nneeds: nothing\n---\n# Tiny\n\nYour turn.\n\n${cells}`;

/** A code cell of a source. */
export const code = (text: string, attributes = ''): string => `\`\`\`ts ${attributes}\n${text}\n\`\`\`\n\n`;
