// Runs every uvu test file in its own process, three at a time, and closes with `N passed, N failed`.
// uvu exits 0 when no test ran, so a file without any test counts as a failure here.
// `node .ci/test.mjs WORD…` runs only the files whose path contains one of the words.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from '../src/build/prepare.mjs';

/** Files that start Jupyter, kernels, browsers or sandboxes, the longest first. Two lanes begin with these, the third at the end. */
const HEAVY = [
  /course\/stored-run-/,
  /tests\/lab\/start/,
  /zoo/,
  /tests\/kernel\//,
  /notebook/,
  /tests\/servers\//,
  /contest\/pages\/\w+\.test/,
  /sandbox/,
  /judge/,
  /grade/,
];
const LIMIT_MS = 120_000;
const HEAVY_LIMIT_MS = 420_000;
/** Whoever still runs so long after the last test has left something open. */
const LINGER_MS = 30_000;
const SLOWEST = 8;

const weightOf = (path) =>
  HEAVY.length - (HEAVY.findIndex((pattern) => pattern.test(path)) + 1 || HEAVY.length);
const isHeavy = (path) => HEAVY.some((pattern) => pattern.test(path));
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

function testFiles(words) {
  return ['src/tests', 'grader/tests']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .sort((one, other) => weightOf(other) - weightOf(one) || (one < other ? -1 : 1));
}

/** A test may start processes; they are in its group, which ends with it. */
const running = new Set();
const endGroup = (child) => {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // nothing is left
  }
};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const child of running) endGroup(child);
    process.exit(130);
  });

function runFile(file) {
  const started = performance.now();
  const limitMs = isHeavy(file) ? HEAVY_LIMIT_MS : LIMIT_MS;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    running.add(child);
    const parts = [];
    const endAfter = (waitMs, why) =>
      setTimeout(() => {
        parts.push(`\n${why} ${waitMs / 1000} s\n`);
        endGroup(child);
      }, waitMs);
    let clock = endAfter(limitMs, 'ended after');
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        parts.push(part);
        if (!part.includes('  Duration:  ')) return;
        clearTimeout(clock);
        clock = endAfter(LINGER_MS, 'its tests were over, but it still ran after');
      });
    child.on('exit', () => endGroup(child));
    child.on('close', (code) => {
      clearTimeout(clock);
      running.delete(child);
      const text = parts.join('');
      resolve({ file, text, ms: performance.now() - started, ...countsOf(text, code) });
    });
  });
}

/** uvu prints one table for the whole file. */
function countsOf(text, exitCode) {
  const table = /^ {2}Total: +(\d+)\n {2}Passed: +(\d+)\n {2}Skipped: +(\d+)$/m.exec(text) ?? [];
  const [total = 0, passed = 0, skipped = 0] = table.slice(1).map(Number);
  // uvu does not count skipped tests among all.
  const failed = total - passed;
  const isEmpty = total + skipped === 0;
  return { passed, skipped, failed: failed === 0 && (exitCode !== 0 || isEmpty) ? 1 : failed };
}

function report({ file, text, ms, passed, failed, skipped }) {
  const counts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  console.log(`${failed > 0 ? '✗' : '✓'} ${file}  ${counts.join(', ')}  ${seconds(ms)}`);
  if (failed > 0) console.log(text.replace(/^/gm, '    '));
  else for (const line of text.match(/^.*skipped: .*$/gm) ?? []) console.log(`    ${line.trim()}`);
}

async function runAll(files) {
  const queue = [...files];
  const results = [];
  const lane = async (next) => {
    for (let file = next(); file; file = next()) {
      const result = await runFile(file);
      results.push(result);
      report(result);
    }
  };
  // Most of them wait more than they compute: with two at a time two processors are half idle.
  await Promise.all([lane(() => queue.shift()), lane(() => queue.shift()), lane(() => queue.pop())]);
  return results;
}

await prepare({ name: 'test' });
const began = performance.now();
const files = testFiles(process.argv.slice(2));
const results = await runAll(files);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
const failed = total('failed') + (files.length === 0 ? 1 : 0);

console.log(`\n${files.length} files in ${seconds(performance.now() - began)}; the slowest:`);
for (const { file, ms } of results.sort((one, other) => other.ms - one.ms).slice(0, SLOWEST))
  console.log(`  ${seconds(ms).padStart(8)}  ${file}`);
for (const { file } of results.filter((result) => result.failed > 0)) console.log(`✗ ${file}`);
console.log(`${total('passed')} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
