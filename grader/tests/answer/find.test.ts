import { mkdirSync, mkdtempSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AirlabError, UsageError } from '../../../src/errors.ts';
import { findAnswer } from '../../answer/find.ts';

function repository(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'airlab-find-'));
  mkdirSync(join(root, 'exercises'));
  Object.entries(files).forEach(([name, text], age) => {
    writeFileSync(join(root, 'exercises', name), text);
    utimesSync(join(root, 'exercises', name), 1_000 + age, 1_000 + age);
  });
  return root;
}

const exercise = 'exercise-x';
const starters = { '.ts': 'starter', '.ipynb': '{}' };
const test = suite('find');

test('one file :: it is the answer', () => {
  const root = repository({ 'exercise-x.ts': 'mine' });
  const found = findAnswer({ root, exercise });
  assert.is(found.shown, 'exercises/exercise-x.ts');
  assert.is(found.kind, 'typescript');
  assert.is(found.source, 'mine');
});

test('file and notebook :: only the notebook was edited :: the notebook', () => {
  const found = findAnswer({
    root: repository({ 'exercise-x.ipynb': '{"cells":[]}', 'exercise-x.ts': 'starter' }),
    exercise,
    starters,
  });
  assert.is(found.kind, 'notebook');
  assert.is(found.notice, undefined);
});

test('file and notebook :: both edited :: the one saved last, and it is said', () => {
  const found = findAnswer({
    root: repository({ 'exercise-x.ts': 'mine', 'exercise-x.ipynb': '{"cells":[]}' }),
    exercise,
    starters,
  });
  assert.is(found.kind, 'notebook');
  assert.is(
    found.notice,
    'Graded exercises/exercise-x.ipynb, saved after exercises/exercise-x.ts. Choose with --file PATH.',
  );
});

test('file and notebook :: none edited :: the .ts file', () => {
  const found = findAnswer({
    root: repository({ 'exercise-x.ipynb': '{}', 'exercise-x.ts': 'starter' }),
    exercise,
    starters,
  });
  assert.is(found.kind, 'typescript');
});

test('no file :: says how to get the starter back', () => {
  assert.throws(
    () => findAnswer({ root: repository({}), exercise }),
    (error: unknown) => error instanceof UsageError && error.hint.includes('grade reset exercise-x'),
  );
});

test('--file :: missing or of another kind :: usage', () => {
  const root = repository({ 'notes.txt': 'x' });
  for (const name of ['gone.ts', 'notes.txt']) {
    assert.throws(
      () => findAnswer({ root, exercise, file: join(root, 'exercises', name) }),
      (error: unknown) => error instanceof UsageError,
    );
  }
});

test('--file :: a link is refused, a huge file too', () => {
  const root = repository({ 'real.ts': 'x', 'huge.ts': 'x'.repeat(2_000_001) });
  symlinkSync(join(root, 'exercises/real.ts'), join(root, 'exercises/link.ts'));
  const codes = ['link.ts', 'huge.ts'].map((name) => {
    try {
      findAnswer({ root, exercise, file: join(root, 'exercises', name) });
      return 'none';
    } catch (error) {
      return error instanceof AirlabError ? error.code : String(error);
    }
  });
  assert.equal(codes, ['ANSWER_LINK', 'ANSWER_TOO_LARGE']);
});

test.run();
