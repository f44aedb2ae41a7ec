import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-sql');

test('answers to exercise-sql :: each gets what the table says', async () => {
  assert.equal(await gradeZoo('exercise-sql/'), []);
});

test.run();
