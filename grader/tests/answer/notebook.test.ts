import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compileAnswer } from '../../answer/compile.ts';
import { findAnswer } from '../../answer/find.ts';
import { notebookModule } from '../../answer/notebook.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'airlab-notebook-'));
mkdirSync(join(root, 'exercises'));
symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));

const child = join(root, 'notebook-child.mjs');
buildSync({
  entryPoints: [join(repository, 'grader/answer/notebook-child.ts')],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outfile: child,
});

async function run(cells: readonly string[], exports = ['f']) {
  const path = join(root, 'exercises/exercise-x.ipynb');
  const list = cells.map((source) => ({
    cell_type: 'code',
    source: source.split(/(?<=\n)/),
    metadata: {},
    outputs: [],
    execution_count: null,
  }));
  writeFileSync(
    path,
    JSON.stringify({
      cells: [{ cell_type: 'markdown', source: ['# A title'] }, ...list],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    }),
  );
  const answer = findAnswer({ root, exercise: 'exercise-x' });
  const { source, refused } = await notebookModule(answer, exports, { child, cache: join(root, 'cache') });
  const compiled = await compileAnswer(answer, source);
  const module: { exports: Record<string, () => unknown> } = { exports: {} };
  new Function('module', 'exports', 'require', compiled.code)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return { refused, compiled, exports: module.exports };
}

const test = suite('notebook');

test('cells :: names are shared, imports and top-level await work', async () => {
  const { exports, refused } = await run([
    `import { setTimeout as sleep } from 'node:timers/promises'`,
    `const seven = await sleep(1, 7)`,
    'async function f() { return seven * (await sleep(1, 6)) }',
  ]);
  assert.equal(refused, []);
  assert.is(await exports.f?.(), 42);
});

test('cells :: packages come along, and one that is missing fails its own cell only', async () => {
  const { exports } = await run([
    `import { distance } from 'fastest-levenshtein'`,
    `import fastify, { type FastifyInstance } from 'fastify'`,
    `const nothing = require('no-such-package')`,
    `function f() { return [distance('abc', 'abd'), typeof fastify().listen] }`,
  ]);
  assert.equal(await exports.f?.(), [1, 'function']);
});

test('cells :: airlab :: comes along for its data, not for grade alone', async () => {
  const small = await run([
    `import { grade } from 'airlab'`,
    `await grade('x')`,
    'function f() { return 1 }',
  ]);
  assert.is(await small.exports.f?.(), 1);
  assert.ok(small.compiled.code.length < 10_000);
  const large = await run([
    `import { ROSKILDE, grade } from 'airlab'`,
    'function f() { return ROSKILDE.name }',
  ]);
  assert.ok(large.compiled.code.length > 100_000);
});

test('cells :: declared again :: the last one counts', async () => {
  const { exports } = await run([
    'const n = 1',
    'function f() { return n }',
    'const n = 2',
    'function f() { return n * 10 }',
  ]);
  assert.is(await exports.f?.(), 20);
});

test('cells :: reordered :: a cell that needs a later one runs after it', async () => {
  const { exports, refused } = await run([
    'const total = part + 1\nfunction f() { return total }',
    'const part = 41',
  ]);
  assert.equal(refused, []);
  assert.is(await exports.f?.(), 42);
});

test('cells :: a failing cell and a type error do not stop the others', async () => {
  const { exports, refused, compiled } = await run([
    'throw new Error("I was only trying")',
    'const wrong: number = "text"',
    'const f = () => "still here"',
  ]);
  assert.is(refused.length, 1);
  assert.equal([refused[0]?.index, refused[0]?.ran], [1, true]);
  assert.match(refused[0]?.message ?? '', /not assignable/);
  assert.is(await exports.f?.(), 'still here');
  const line = compiled.code.split('\n').findIndex((text) => text.includes('still here')) + 1;
  assert.is(compiled.locate(line, 15), 'cell 3');
});

test('cells :: only the types are wrong :: graded like a .ts file, and said', async () => {
  const { exports, refused } = await run([
    'const answer = { json: async (): Promise<unknown> => ({ hourly: [7] }) };',
    'async function f() { const { hourly } = await answer.json(); return hourly[0] }',
  ]);
  assert.is(await exports.f?.(), 7);
  assert.equal(
    refused.map(({ index, ran }) => [index, ran]),
    [[1, true]],
  );
});

test('cells :: one that cannot be read :: is named when its function is called', async () => {
  const { exports, refused } = await run(['throw new Error("other")', 'function f( { return 1']);
  assert.is(refused[0]?.ran, false);
  let message = '';
  try {
    await exports.f?.();
  } catch (error) {
    message = String(error);
  }
  assert.match(message, /f is not declared in any cell that ran; cell 2 did not, line 1: /);
});

test('cells :: a shorthand property of an earlier cell', async () => {
  const { exports, refused } = await run([
    'const part = 42',
    'const whole = { part }',
    'const f = () => whole.part',
  ]);
  assert.equal(refused, []);
  assert.is(await exports.f?.(), 42);
});

test('cells :: nested await as the only await', async () => {
  const { exports, refused } = await run([
    `const two = (await (await Promise.resolve({ async n() { return [2] } })).n()).map((n) => n)`,
    'function f() { return two[0] }',
  ]);
  assert.equal(refused, []);
  assert.is(await exports.f?.(), 2);
});

test('cells :: function missing :: the call says so', async () => {
  const { exports } = await run(['const g = 1']);
  let message = '';
  try {
    await exports.f?.();
  } catch (error) {
    message = String(error);
  }
  assert.match(message, /f is not declared in any cell that ran/);
});

test('file :: not a notebook :: says why', async () => {
  writeFileSync(join(root, 'exercises/exercise-x.ipynb'), '{"cells": 3}');
  const answer = findAnswer({ root, exercise: 'exercise-x' });
  try {
    await notebookModule(answer, ['f'], { child, cache: join(root, 'cache') });
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), /not a valid notebook: it has no list of cells/);
  }
});

test.run();
