// Runs every uvu test file in its own process, two at a time, and closes with `N passed, N failed`.
// uvu exits 0 when no test ran, so a file without a passing test counts as a failure here.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { prepare, root } from '../src/build/prepare.mjs';

const FILE_LIMIT_MS = 240_000;
await prepare();

const wanted = process.argv.slice(2);
const files = ['src/tests', 'grader/tests']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, String(name))),
  )
  .filter(
    (path) =>
      path.endsWith('.test.ts') && (wanted.length === 0 || wanted.some((word) => path.includes(word))),
  )
  .sort();

const runFile = (file) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      cwd: root,
      detached: process.platform !== 'win32',
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
    });
    child.stderr.on('data', (data) => {
      text += data;
    });
    const clock = setTimeout(() => {
      text += `\nended after ${FILE_LIMIT_MS / 1000} s`;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        child.kill('SIGKILL');
      }
    }, FILE_LIMIT_MS);
    child.on('close', (code) => {
      clearTimeout(clock);
      const sum = (word) =>
        [...text.matchAll(new RegExp(`${word}:\\s+(\\d+)`, 'g'))].reduce(
          (total, match) => total + Number(match[1]),
          0,
        );
      const passed = sum('Passed');
      const skipped = sum('Skipped');
      const total = sum('Total');
      let failed = total - passed - skipped;
      if (failed === 0 && (code !== 0 || total === 0)) failed = 1;
      resolve({ file, passed, failed, skipped, text, code });
    });
  });

const queue = [...files];
const results = [];
const started = Date.now();
await Promise.all(
  [1, 2].map(async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const result = await runFile(file);
      results.push(result);
      console.log(
        `${result.failed ? '✗' : '✓'} ${relative(root, file)}  ${result.passed} passed${result.failed ? `, ${result.failed} failed` : ''}${result.skipped ? `, ${result.skipped} skipped` : ''}`,
      );
      if (result.failed || result.skipped || /^skipped: /m.test(result.text))
        console.log(
          result.failed
            ? result.text.replace(/^/gm, '    ')
            : (result.text.match(/^.*skipped: .*$/gm) ?? []).join('\n'),
        );
    }
  }),
);

const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
const failed = total('failed') + (files.length === 0 ? 1 : 0);
console.log(`\n${files.length} files in ${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${total('passed')} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
