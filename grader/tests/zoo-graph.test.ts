import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-graph');

test('answers to exercise-graph :: each gets what the table says', async () => {
  assert.equal(await gradeZoo('exercise-graph/'), []);
});

test.run();
