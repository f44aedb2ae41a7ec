import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compileAnswer } from '../../answer/compile.ts';
import { findAnswer } from '../../answer/find.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const nodeRequire = createRequire(import.meta.url);

function folder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'airlab-compile-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

async function compile(files: Record<string, string>, file = 'exercises/exercise-x.ts') {
  const root = folder(files);
  const answer = findAnswer({ root, exercise: 'exercise-x', file: join(root, file) });
  return compileAnswer(answer, {
    contents: answer.source,
    loader: 'ts',
    place: (line) => `${answer.shown}:${line}`,
  });
}

/** Runs compiled code as the sandbox does: with `module`, `exports` and `require` and nothing else. */
function load(code: string): Record<string, (...args: unknown[]) => unknown> {
  const module = { exports: {} };
  new Function('module', 'exports', 'require', code)(module, module.exports, nodeRequire);
  return module.exports;
}

const test = suite('compile');

test('typescript :: types are stripped, exports are callable', async () => {
  const { code } = await compile({
    'exercises/exercise-x.ts': 'export const twice = (n: number): number => n * 2;',
  });
  assert.is(load(code).twice?.(21), 42);
});

test('typescript :: top-level await :: exports wait for it', async () => {
  const text = `import { setTimeout as sleep } from 'node:timers/promises';
import path, { basename } from 'node:path';
import * as url from 'url';
const half = await sleep(1, 21);
export function answer(n: number) { return half * n; }
const local = () => basename(path.join('a', 'b')) + typeof url.parse;
export { local as shown };`;
  const exports = load((await compile({ 'exercises/exercise-x.ts': text })).code);
  assert.is(await exports.answer?.(2), 42);
  assert.is(await exports.shown?.(), 'bfunction');
});

test('typescript :: top-level await that fails :: the call tells', async () => {
  const exports = load(
    (
      await compile({
        'exercises/exercise-x.ts': `await Promise.reject(new Error('no data'));\nexport function f() { return 1 }`,
      })
    ).code,
  );
  let message = '';
  try {
    await exports.f?.();
  } catch (error) {
    message = String(error);
  }
  assert.is(message, 'Error: no data');
});

test('positions :: a line of the bundle is traced to the file', async () => {
  const compiled = await compile({
    'exercises/exercise-x.ts':
      'interface A { b: string }\n\nexport function f() {\n  throw new Error("here");\n}\n',
  });
  const line = compiled.code.split('\n').findIndex((text) => text.includes('throw new Error')) + 1;
  assert.is(compiled.locate(line, 5), 'exercises/exercise-x.ts:4');
  assert.is(compiled.locate(1, 1), undefined);
});

test('syntax :: error names file and line', async () => {
  try {
    await compile({ 'exercises/exercise-x.ts': 'export function f() {\n  return [1, 2;\n}' });
    assert.unreachable();
  } catch (error) {
    assert.instance(error, Error);
    assert.match((error as Error).message, /^exercises\/exercise-x\.ts:2 cannot be compiled: Expected "\]"/);
  }
});

for (const [what, text] of [
  ['the solution', `import { f } from '../solutions/exercise-x.ts'; export { f }`],
  ['the solution by its absolute path', `import { f } from 'FOLDER/solutions/exercise-x.ts'; export { f }`],
  ['the solution by require', `export const f = () => require('../solutions/exercise-x.ts').f()`],
  ['the solution by import()', `export const f = async () => (await import('../solutions/exercise-x')).f()`],
  ['the solution through a link', `import { f } from './link.ts'; export { f }`],
  ['the grader', `import grade from 'airlab-grader/grade.ts'; export const f = grade`],
] as const) {
  test(`imports :: refused :: ${what}`, async () => {
    const root = folder({ 'solutions/exercise-x.ts': 'export const f = () => "the solution";' });
    mkdirSync(join(root, 'exercises'));
    symlinkSync(join(root, 'solutions/exercise-x.ts'), join(root, 'exercises/link.ts'));
    writeFileSync(join(root, 'exercises/exercise-x.ts'), text.replace('FOLDER', root));
    const answer = findAnswer({ root, exercise: 'exercise-x' });
    try {
      await compileAnswer(answer, {
        contents: answer.source,
        loader: 'ts',
        place: (line) => `${answer.shown}:${line}`,
      });
      assert.unreachable('compiled');
    } catch (error) {
      assert.match(String(error), /lies outside the answer's folder|cannot be imported by an answer/);
    }
  });
}

test('imports :: allowed :: a file beside the answer, undici, openmeteo and axios', async () => {
  const { code } = await compile({
    'exercises/exercise-x.ts': `import { two } from './two';\nimport { request } from 'undici';\nimport { fetchWeatherApi } from 'openmeteo';\nimport axios from 'axios';\nexport const f = () => [two, typeof request, typeof fetchWeatherApi, typeof axios.get].join()`,
    'exercises/two.ts': 'export const two = 2;',
  });
  assert.is(load(code).f?.(), '2,function,function,function');
});

test('imports :: native :: polars can be imported, and says why it cannot be used', async () => {
  const { code } = await compile({
    'exercises/exercise-x.ts': `import pl from 'nodejs-polars';\nexport const f = () => pl.DataFrame([]);\nexport const g = () => 1`,
  });
  const exports = load(code);
  assert.is(exports.g?.(), 1);
  assert.throws(() => exports.f?.(), /nodejs-polars cannot be used while grading/);
});

test.run();
