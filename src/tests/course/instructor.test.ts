import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { instructorPage, instructorProblems, writeInstructorPages } from '../../course/instructor.ts';
import { lesson } from '../teaching/course.ts';
import { miniCourse, sourceText } from './mini-course.ts';

const lessons = [lesson('01'), lesson('02')];

test('instructor :: parts :: become one page, chapters at level 2, links from the folder above', () => {
  const course = miniCourse({
    'notebooks/source/01-tiny.md': sourceText(''),
    'notebooks/instructor/general.md': '# For the instructor\n\n<!-- lessons -->\n',
    'notebooks/instructor/02.md': 'No heading. See [it](../02-more.ipynb).\n',
    'notebooks/instructor/01.md': '# 01 Tiny\n\n## What to cut\n\nNothing.\n',
  });
  const page = instructorPage(course.root, lessons) ?? '';
  const headings = [...page.matchAll(/^#+ .*$/gm)].map(([line]) => line);
  assert.equal(headings, ['# For the instructor', '## 01 Tiny', '### What to cut', '## 02 Lesson 2']);
  assert.match(page, '| [01](01-tiny.ipynb) | Tiny | 2 + 3 | 1 | 1 | – |');
  assert.match(page, '[it](02-more.ipynb)');
  course.remove();
});

test('instructor :: written once, then only when a part changed', () => {
  const course = miniCourse({ 'notebooks/instructor/general.md': '# For the instructor\n' });
  assert.is(instructorProblems(course.root, lessons).length, 1);
  assert.equal(writeInstructorPages(course.root, lessons), ['notebooks/INSTRUCTOR.md']);
  assert.equal(writeInstructorPages(course.root, lessons), []);
  assert.equal(instructorProblems(course.root, lessons), []);
  course.write('notebooks/instructor/01.md', 'More.\n');
  assert.is(instructorProblems(course.root, lessons).length, 1);
  assert.not.match(readFileSync(join(course.root, 'notebooks/INSTRUCTOR.md'), 'utf8'), 'More.');
  course.remove();
});

test('instructor :: no general page :: nothing to make', () => {
  const course = miniCourse();
  assert.equal([instructorPage(course.root, []), instructorProblems(course.root, [])], [undefined, []]);
  course.remove();
});

test.run();
