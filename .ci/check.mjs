// `npm run check`: types, format and lint, then the author's gate. Every step runs, the first failure decides the exit code.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from '../src/build/prepare.mjs';

await prepare();
const node = process.execPath;
const steps = [
  ['types', node, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
  // What runs in a browser: JavaScript with its types in comments.
  ['pages', node, ['node_modules/typescript/bin/tsc', '-p', 'grader/contest/pages/tsconfig.json']],
  ['lint', node, ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
];
if (existsSync(join(root, 'grader/authoring.ts')))
  steps.push(['gate', node, ['--import', 'tsx', 'grader/authoring.ts', ...process.argv.slice(2)]]);

let exit = 0;
for (const [name, command, args] of steps) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(`${done.status === 0 ? '✓' : '✗'} ${name}`);
  exit ||= done.status ?? 1;
}
process.exit(exit);
