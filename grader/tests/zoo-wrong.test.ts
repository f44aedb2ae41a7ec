import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, wrong');

test('wrong answers :: none passes, and its mistake is named', async () => {
  assert.equal(await gradeZoo('wrong-'), []);
});

test.run();
