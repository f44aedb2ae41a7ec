import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-rates');

test('answers to exercise-rates :: each gets what the table says', async () => {
  assert.equal(await gradeZoo('exercise-rates/'), []);
});

test.run();
