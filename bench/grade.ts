import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures } from './all.ts';
import { interleaved, median, spread, time } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'grader/bin/grade.mjs');
const learnyounode = join(root, 'node_modules/learnyounode/bin/learnyounode');
const ROUNDS = 11;

const COLLECT = `const http = require('http');
http.get(process.argv[2], (res) => { let all = ''; res.setEncoding('utf8'); res.on('data', (part) => { all += part; }); res.on('end', () => { console.log(all.length); console.log(all); }); });
`;

/**
 * `grade` of the model solution, complete and sandboxed, against `learnyounode verify` of its HTTP COLLECT exercise,
 * which runs one comparison without a sandbox; and `grade --help` against an empty Node.
 */
export async function bench(): Promise<Figures> {
  const home = mkdtempSync(join(tmpdir(), 'airlab-bench-'));
  writeFileSync(join(home, 'collect.js'), COLLECT);
  const env = { ...process.env, HOME: home, NO_COLOR: '1' };
  const anchor = { cwd: home, env };
  await time(process.execPath, [learnyounode, 'select', 'HTTP COLLECT'], anchor);
  const solution = join(root, 'solutions/exercise-pm25.ts');

  const verified = await time(process.execPath, [learnyounode, 'verify', 'collect.js'], anchor);
  if (!/pass/i.test(verified.output)) throw new Error(`The anchor did not pass:\n${verified.output}`);
  const graded = await time(process.execPath, [bin, 'exercise-pm25', '--file', solution, '--offline'], {
    env,
  });
  if (graded.status !== 0) throw new Error(`The solution did not pass:\n${graded.output}`);

  const ms = await interleaved(ROUNDS, {
    grade: () => time(process.execPath, [bin, 'exercise-pm25', '--file', solution, '--offline'], { env }),
    anchor: () => time(process.execPath, [learnyounode, 'verify', 'collect.js'], anchor),
    help: () => time(process.execPath, [bin, '--help'], { env }),
    node: () => time(process.execPath, ['-e', '0'], { env }),
  });
  const ratio = (a: string, b: string): string => (median(ms[a] ?? []) / median(ms[b] ?? [])).toFixed(2);
  return {
    name: 'grade exercise-pm25',
    rows: [
      { label: 'complete grading of the solution', value: `${spread(ms.grade ?? [])}   goal <= 800 ms` },
      { label: 'learnyounode verify, HTTP COLLECT', value: spread(ms.anchor ?? []) },
      { label: 'ratio', value: `${ratio('grade', 'anchor')}   goal <= 1.5` },
      { label: 'grade --help', value: spread(ms.help ?? []) },
      { label: 'node -e 0', value: spread(ms.node ?? []) },
      { label: 'ratio', value: `${ratio('help', 'node')}   goal <= 2` },
    ],
  };
}
