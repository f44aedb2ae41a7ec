import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../errors.ts';
import { airlabRoot } from '../../practice/airlab-root.ts';
import { type GradeOptions, showGrading } from '../../practice/grade.ts';

const test = suite('grade in a notebook');
const folder = mkdtempSync(join(tmpdir(), 'airlab-grade-'));
const notebooks = join(folder, 'exercises');
mkdirSync(join(folder, 'grader/bin'), { recursive: true });
mkdirSync(notebooks);
test.after(() => rmSync(folder, { recursive: true, force: true }));

/** A command line that answers with what it was given. */
function program(code: string): void {
  writeFileSync(join(folder, 'grader/bin/grade.mjs'), code);
}

const ECHO = `
const text = process.argv.slice(2).join(' ') + ' in ' + process.env.AIRLAB_ROOT;
console.error('talk');
console.log(JSON.stringify({ text, html: '<p>report</p>', exitCode: 1 }));
process.exitCode = 1;
`;

/** What is printed outside Jupyter. */
async function shown(
  exercise: unknown,
  options: GradeOptions = {},
  { env = {}, quietMs = 60_000 }: { env?: NodeJS.ProcessEnv; quietMs?: number } = {},
): Promise<string[]> {
  const printed: string[] = [];
  const { log } = console;
  console.log = (text: unknown) => void printed.push(String(text));
  try {
    await showGrading(exercise, options, {
      env: { PATH: process.env.PATH, ...env },
      cwd: notebooks,
      quietMs,
    });
  } finally {
    console.log = log;
  }
  return printed;
}

async function failure(work: Promise<unknown>): Promise<{ code: string; message: string; hint: string }> {
  try {
    await work;
  } catch (error) {
    assert.ok(isAirlabError(error), String(error));
    return error;
  }
  throw new Error('it did not fail');
}

test('report :: found above the notebook :: a failing grade is shown, not thrown', async () => {
  program(ECHO);
  assert.equal(await shown('exercise-pm25'), [`exercise-pm25 --notebook in ${folder}`]);
});

test('file :: named, or the notebook that calls :: is handed on', async () => {
  program(ECHO);
  assert.match((await shown('exercise-pm25', { file: 'mine.ts' }))[0] ?? '', '--file mine.ts');
  const calling = { JPY_SESSION_NAME: '/home/x/exercises/exercise-pm25.ipynb' };
  assert.match((await shown('exercise-pm25', {}, { env: calling }))[0] ?? '', '--file exercise-pm25.ipynb');
  const other = { JPY_SESSION_NAME: '/home/x/notebooks/00-start-here.ipynb' };
  assert.not.match((await shown('exercise-pm25', {}, { env: other }))[0] ?? '', '--file');
});

test('progress :: a grading that takes longer :: one line says so first', async () => {
  program(`await new Promise((resolve) => setTimeout(resolve, 150));${ECHO}`);
  const [first, second] = await shown('exercise-pm25', {}, { quietMs: 1 });
  assert.is(first, 'Grading exercise-pm25 …');
  assert.match(second ?? '', '--notebook');
});

test('no report :: the command broke :: its last words and the next step', async () => {
  program("console.error('Error: no dist'); process.exit(70);");
  const { code, message, hint } = await failure(shown('exercise-pm25'));
  assert.is(code, 'GRADE_BROKEN');
  assert.match(message, 'Error: no dist');
  assert.match(hint, 'grade doctor');
});

test('name :: missing or an option :: is refused before anything starts', async () => {
  for (const name of ['', '--help', undefined])
    assert.match((await failure(shown(name))).message, 'name of an exercise');
});

test('root :: AIRLAB_ROOT, else the nearest folder above :: none is an error that says so', async () => {
  program(ECHO);
  assert.is(airlabRoot({ env: {}, from: ['/', notebooks] }), folder);
  assert.is(airlabRoot({ env: { AIRLAB_ROOT: folder }, from: ['/'] }), folder);
  assert.is(airlabRoot({ env: { AIRLAB_ROOT: '/nowhere' }, from: [notebooks] }), folder);
  assert.throws(
    () => airlabRoot({ env: {}, from: ['/'] }),
    (error: unknown) => isAirlabError(error) && error.code === 'NO_GRADER',
  );
});

test.run();
