import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-sql and exercise-mystery');

test('answers to exercise-sql :: each gets what the table says', async () => {
  assert.equal(await gradeZoo('exercise-sql/'), []);
});

test('answers to exercise-mystery :: each gets what the table says', async () => {
  assert.equal(await gradeZoo('exercise-mystery/'), []);
});

test.run();
