import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures } from './all.ts';
import { spread } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SAVES = 11;
/** A student thinks between two saves; meanwhile the next processes come up. */
const PAUSE_MS = 600;

/** `grade --watch`: from the save of a right answer to its report, complete with all variants and faults. */
export async function bench(): Promise<Figures> {
  const file = join(mkdtempSync(join(tmpdir(), 'airlab-watch-')), 'answer.ts');
  copyFileSync(join(root, 'solutions/exercise-pm25.ts'), file);
  const source = readFileSync(file, 'utf8');
  const child = spawn(
    process.execPath,
    [join(root, 'grader/bin/grade.mjs'), 'exercise-pm25', '--file', file, '--offline', '--watch'],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  try {
    await report(child);
    const times: number[] = [];
    while (times.length < SAVES) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const savedMs = performance.now();
      writeFileSync(file, `${source}\n// ${times.length}\n`);
      const text = await report(child);
      if (!text.includes('100/100')) throw new Error(`Not the report of the solution:\n${text}`);
      times.push(performance.now() - savedMs);
    }
    return {
      name: 'grade exercise-pm25 --watch',
      rows: [{ label: 'save to report', value: `${spread(times)}   goal <= 500 ms` }],
    };
  } finally {
    child.kill();
  }
}

/** The next whole report. */
function report({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (): void => reject(new Error(`grade --watch ended:\n${text}`));
    const hear = (data: Buffer): void => {
      text += data;
      if (!/graded in \d+ ms/.test(text)) return;
      stdout?.off('data', hear).off('end', end);
      resolve(text);
    };
    stdout?.on('data', hear).once('end', end);
  });
}
