import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-serve');

test('right answers to exercise-serve :: none fails', async () => {
  assert.equal(await gradeZoo('exercise-serve/right-'), []);
});

test('hostile answers to exercise-serve :: each is ended, and says how', async () => {
  assert.equal(await gradeZoo('exercise-serve/hostile-'), []);
});

test.run();
