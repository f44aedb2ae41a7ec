import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-wrapper');

test('answers to exercise-wrapper :: each gets what the table says', async () => {
  assert.equal(await gradeZoo('exercise-wrapper/'), []);
});

test.run();
