import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readCourse, storedProblems, strayProblems } from '../../course/course.ts';
import { notebookText } from '../../course/stored.ts';
import type { Lesson } from '../../teaching/lesson.ts';
import { code, type MiniCourse, miniCourse, sourceText } from './mini-course.ts';
import { notebook, shown, stream } from './notebooks.ts';

const LESSON: Lesson = {
  ...{ number: '01', title: 'Tiny', predictions: [], checks: [], recall: [] },
  objectives: [],
};
const SOURCE = 'notebooks/source/01-tiny.md';

function withSource(cells: string, lesson = '01'): MiniCourse {
  return miniCourse({ [SOURCE]: sourceText(cells, lesson) });
}

/** Writes the forms of every lesson without running them. */
function writeForms(course: MiniCourse): void {
  for (const { forms } of readCourse(course.root, [LESSON]))
    for (const { path, notebook: made } of forms) course.write(path, notebookText(made));
}

const problemsOf = ({ root }: MiniCourse): readonly string[] =>
  readCourse(root, [LESSON]).flatMap(({ problems }) => problems);
const storedOf = ({ root }: MiniCourse): readonly string[] =>
  readCourse(root, [LESSON]).flatMap((lesson) => storedProblems(root, lesson));

test('course :: a good lesson :: three forms and no problems', () => {
  const course = withSource(code('1 + 1;'));
  const [lesson] = readCourse(course.root, [LESSON]);
  assert.equal(lesson?.problems, []);
  assert.equal(
    lesson?.forms.map(({ form }) => form),
    ['student', 'solved', 'recall'],
  );
  writeForms(course);
  assert.equal(storedOf(course), []);
  course.remove();
});

test('course :: wanted numbers :: only those lessons', () => {
  const course = miniCourse({
    'notebooks/source/01-tiny.md': sourceText(''),
    'notebooks/source/02-more.md': sourceText('', '02'),
  });
  const names = readCourse(course.root, [LESSON], ['02']).map(({ file }) => file.name);
  assert.equal(names, ['02-more']);
  course.remove();
});

for (const [name, cells, says] of [
  ['a link into nothing', 'See [there](nowhere.ipynb).', /01-tiny\.md:\d+: a link to nowhere\.ipynb/],
  ['a block that is never closed', '```ts\n1;', /01-tiny\.md:\d+: a ```ts block is never closed/],
  ['a wide line', code(`'${'x'.repeat(90)}';`), /01-tiny\.md:\d+: a line of 93 characters, at most 80/],
] as const)
  test(`course :: ${name} :: is named with file and line`, () => {
    const course = withSource(cells);
    assert.match(problemsOf(course).join('\n'), says);
    course.remove();
  });

test('course :: links to files and to lessons that will be made :: are fine', () => {
  const course = withSource(
    'See [itself](01-tiny.ipynb), [source](../src/index.ts), [web](https://a.example).',
  );
  assert.equal(problemsOf(course), []);
  course.remove();
});

test('course :: head :: another number, and a lesson that is not registered', () => {
  const course = withSource('', '02');
  assert.match(problemsOf(course).join('\n'), /01-tiny\.md:1: the front matter says lesson "02"/);
  const unknown = readCourse(course.root, []).flatMap(({ problems }) => problems);
  assert.match(unknown.join('\n'), /lessons\.ts has no lesson 01/);
  course.remove();
});

test('stored :: missing, then edited by hand :: says what makes it anew', () => {
  const course = withSource(code('1 + 1;'));
  assert.is(storedOf(course).length, 3);
  assert.match(storedOf(course)[0] ?? '', 'notebooks/01-tiny.ipynb is missing: run npm run lessons -- 01');
  writeForms(course);
  const path = join(course.root, 'notebooks/01-tiny.ipynb');
  writeFileSync(path, readFileSync(path, 'utf8').replace('1 + 1;', '1 + 2;'));
  assert.equal(storedOf(course), [
    `notebooks/01-tiny.ipynb is not what ${SOURCE} makes: run npm run lessons -- 01`,
  ]);
  course.remove();
});

test('stored :: outputs :: a picture without words and a port are named', () => {
  const lonely = notebook([shown({ 'image/png': 'AA' }), stream('http://127.0.0.1:8787/')]);
  const course = miniCourse({ 'notebooks/00-alone.ipynb': notebookText(lonely) });
  const problems = storedOf(course).join('\n');
  assert.match(problems, /00-alone\.ipynb, cell cell-1: its image\/png has no alternative text/);
  assert.match(problems, /00-alone\.ipynb, cell cell-1: its output holds a port/);
  const told = shown({ 'image/png': 'AA' }, { 'image/png': { alt: 'Beijing is above Roskilde.' } });
  course.write('notebooks/00-alone.ipynb', notebookText(notebook([told])));
  assert.equal(storedOf(course), []);
  course.remove();
});

test('stored :: a notebook without a source :: its cells are held to the limits too', () => {
  const wide = notebook([], { source: [`'${'x'.repeat(90)}';`] });
  const course = miniCourse({ 'notebooks/00-alone.ipynb': notebookText(wide) });
  assert.match(problemsOf(course).join('\n'), /00-alone\.ipynb:1: a line of 93 characters/);
  course.remove();
});

test('strays :: a form without a source, a lesson without a notebook', () => {
  const course = miniCourse({ 'notebooks/solved/07-gone.ipynb': '{}' });
  assert.equal(strayProblems(course.root, [LESSON]), [
    'notebooks/solved/07-gone.ipynb belongs to no source',
    'src/lessons/lessons.ts has lesson 01, which is no notebook',
  ]);
  assert.not(existsSync(join(course.root, 'notebooks/01-tiny.ipynb')));
  course.remove();
});

test.run();
