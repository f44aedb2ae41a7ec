import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, hostile');

test('hostile answers :: end by a limit, and get nothing', async () => {
  assert.equal(await gradeZoo('hostile-'), []);
});

test.run();
