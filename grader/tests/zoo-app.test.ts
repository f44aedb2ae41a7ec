import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-app');

test('right answers to exercise-app :: none fails', async () => {
  assert.equal(await gradeZoo('exercise-app/right-'), []);
});

test.run();
