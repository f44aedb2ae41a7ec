import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-app, wrong answers');

test('wrong answers to exercise-app :: each mistake is named', async () => {
  assert.equal(await gradeZoo('exercise-app/wrong-'), []);
});

test.run();
