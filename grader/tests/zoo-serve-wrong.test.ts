import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-serve, wrong answers');

test('wrong answers to exercise-serve :: each mistake is named', async () => {
  assert.equal(await gradeZoo('exercise-serve/wrong-'), []);
});

test.run();
