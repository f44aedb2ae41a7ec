import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formPath, lessonFiles } from '../../course/files.ts';
import { miniCourse } from './mini-course.ts';

test('files :: sources and notebooks without one :: in course order', () => {
  const course = miniCourse({
    'notebooks/source/02-apis.md': '',
    'notebooks/source/README.md': '',
    'notebooks/02-apis.ipynb': '',
    'notebooks/00-start.ipynb': '',
    'notebooks/scratch.ipynb': '',
  });
  assert.equal(lessonFiles(course.root), [
    { name: '00-start', number: '00' },
    { name: '02-apis', number: '02', source: 'notebooks/source/02-apis.md' },
  ]);
  course.remove();
});

test('files :: no folder at all :: no lessons', () => {
  const course = miniCourse();
  assert.equal(lessonFiles(course.root), []);
  course.remove();
});

test('files :: paths of the forms', () => {
  assert.equal(
    (['student', 'solved', 'recall'] as const).map((form) => formPath('02-apis', form)),
    ['notebooks/02-apis.ipynb', 'notebooks/solved/02-apis.ipynb', 'notebooks/recall/02-apis.ipynb'],
  );
});

test.run();
