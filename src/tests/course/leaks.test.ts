import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { leakProblems } from '../../course/leaks.ts';
import { notebook, shown, stream } from './notebooks.ts';

const problemsOf = (text: string): readonly string[] =>
  leakProblems(notebook([stream(text)]), 'x.ipynb', { folders: ['/work/course', ''] });

for (const [name, text] of [
  ['the folder of the repository', 'read /work/course/notebooks/a.json'],
  ['a port of loopback', 'GET http://127.0.0.1:8787/health'],
  ['a port of localhost', 'localhost:40123 refused'],
  ['a home folder', '/home/ada/notes'],
  ['a home folder of a Mac', '/Users/ada/notes'],
  ['a home folder of Windows', 'C:\\Users\\ada'],
  ['a temporary folder', '/tmp/airlab-lesson-1/x'],
] as const)
  test(`leaks :: ${name} :: is named with its cell`, () => {
    assert.is(problemsOf(text).length, 1, problemsOf(text).join('\n'));
    assert.match(problemsOf(text)[0] ?? '', /^x\.ipynb, cell cell-1: its output holds /);
  });

test('leaks :: paths of services and times :: are fine', () => {
  assert.equal(problemsOf('GET /v1/air-quality 200, 12:30:00, https://home.example/a'), []);
});

test('leaks :: in HTML :: are found; the letters of a picture are not read', () => {
  const found = leakProblems(notebook([shown({ 'text/html': ['/home/ada'] })]), 'x', { folders: [] });
  assert.is(found.length, 1);
  const picture = notebook([shown({ 'image/png': 'AAA/tmp/abc+/home/abc' })]);
  assert.equal(leakProblems(picture, 'x', { folders: [] }), []);
});

test.run();
