import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { recent } from '../../../classroom/simulated/recent.ts';

const test = suite('simulated :: recent');

test('limit :: what was used last stays, the rest is made anew', () => {
  const made: string[] = [];
  const read = recent<string>(2);
  const ask = (key: string): string =>
    read(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  assert.equal(['a', 'b', 'a', 'c', 'a', 'b'].map(ask), ['A', 'B', 'A', 'C', 'A', 'B']);
  assert.equal(made, ['a', 'b', 'c', 'b']);
});

test.run();
