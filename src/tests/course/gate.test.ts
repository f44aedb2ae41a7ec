import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { courseProblems } from '../../course/gate.ts';
import { notebookText } from '../../course/stored.ts';
import { validityProblems } from '../../course/validity.ts';
import { readyJupyterPython } from '../../lab/jupyter-python.ts';
import { root as repository } from '../kernel/jupyter.ts';
import { miniCourse } from './mini-course.ts';
import { notebook } from './notebooks.ts';

const test = suite('gate');
const python = readyJupyterPython({ root: repository, platform: process.platform, modules: ['nbformat'] });
if (python === undefined) console.log('skipped: no Python with nbformat is ready');
const pythonTest = python === undefined ? test.skip : test;

test('gate :: everything wrong at once :: everything is named', () => {
  const course = miniCourse({
    'notebooks/source/01-tiny.md': '---\nlesson: 01\n---\n## Deep\n',
    'notebooks/solved/09-gone.ipynb': '{}',
    'notebooks/instructor/general.md': '# For the instructor\n',
  });
  const problems = courseProblems(course.root, [], undefined).join('\n');
  for (const says of [
    /has no "title"/,
    /headings of level 1/,
    /01-tiny\.ipynb is missing/,
    /belongs to no source/,
  ])
    assert.match(problems, says);
  assert.match(problems, /INSTRUCTOR\.md is not what/);
  course.remove();
});

pythonTest('validity :: a good notebook, one with an id twice, one of nonsense', () => {
  const one = notebook([]);
  const course = miniCourse({
    'notebooks/01-good.ipynb': notebookText(one),
    'notebooks/02-twice.ipynb': notebookText({ ...one, cells: [...one.cells, ...one.cells] }),
    'notebooks/03-nonsense.ipynb': notebookText(one).replace('"execution_count"', '"count"'),
  });
  const paths = ['01-good', '02-twice', '03-nonsense'].map((name) => `notebooks/${name}.ipynb`);
  const problems = validityProblems({ root: course.root, python: python ?? '' }, paths);
  assert.is(problems.length, 2, problems.join('\n'));
  assert.match(problems[0] ?? '', /^notebooks\/02-twice\.ipynb: .*cell-1/);
  assert.match(problems[1] ?? '', /^notebooks\/03-nonsense\.ipynb: /);
  course.remove();
});

test.run();
