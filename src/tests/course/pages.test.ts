import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { coursePages, pageProblems, writePages } from '../../course/pages.ts';
import { lesson } from '../teaching/course.ts';
import { miniCourse, sourceText } from './mini-course.ts';

const lessons = [lesson('01'), lesson('02')];
const MARKS = '<!-- lessons --><!-- end -->';

test('instructor :: parts :: one page, chapters at level 2, links from the folder above', () => {
  const course = miniCourse({
    'notebooks/source/01-tiny.md': sourceText(''),
    'notebooks/instructor/general.md': `# For the instructor\n\n${MARKS}\n\n[Room](../README.md)\n`,
    'notebooks/instructor/02.md': 'No heading. See [it](../02-more.ipynb).\n',
    'notebooks/instructor/01.md': '# 01 Tiny\n\n## What to cut\n\nNothing.\n',
  });
  const [{ path, text } = { path: '', text: '' }] = coursePages(course.root, lessons);
  assert.is(path, 'notebooks/INSTRUCTOR.md');
  const headings = [...text.matchAll(/^#+ .*$/gm)].map(([line]) => line);
  assert.equal(headings, ['# For the instructor', '## 01 Tiny', '### What to cut', '## 02 Lesson 2']);
  assert.match(text, '| [01 Tiny](01-tiny.ipynb) | 2 + 3 | 1 | 1 | – |');
  assert.match(text, '[it](02-more.ipynb)');
  assert.match(text, '[Room](README.md)');
  course.remove();
});

test('readme :: what stands between the marks is made, the rest stays', () => {
  const course = miniCourse({
    'notebooks/source/01-tiny.md': sourceText(''),
    'notebooks/README.md': '# Lessons\n\n<!-- lessons -->\nold\n<!-- end -->\n\nMore.\n',
  });
  assert.is(pageProblems(course.root, lessons).length, 1);
  assert.equal(writePages(course.root, lessons), ['notebooks/README.md']);
  const text = readFileSync(join(course.root, 'notebooks/README.md'), 'utf8');
  assert.match(text, /^# Lessons\n\n<!-- lessons -->\n\| lesson .*01 Tiny.*<!-- end -->\n\nMore\.\n$/s);
  assert.equal([writePages(course.root, lessons), pageProblems(course.root, lessons)], [[], []]);
  course.remove();
});

test('instructor :: a part that changed :: is a problem until it is made anew', () => {
  const course = miniCourse({ 'notebooks/instructor/general.md': '# For the instructor\n' });
  writePages(course.root, lessons);
  course.write('notebooks/instructor/01.md', 'More.\n');
  assert.match(
    pageProblems(course.root, lessons).join(),
    'notebooks/INSTRUCTOR.md is not what the lessons make',
  );
  course.remove();
});

test('pages :: none written by hand :: nothing to make', () => {
  const course = miniCourse();
  assert.equal(coursePages(course.root, []), []);
  course.remove();
});

test.run();
