import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gradeZoo } from './zoo.ts';

const test = suite('zoo, exercise-leak');

// All answers, points and mistakes: checks/exercise-leak.test.ts. These go through the sandbox as well.
test('answers to exercise-leak :: each gets what the table says', async () => {
  for (const prefix of ['right-', 'wrong-event', 'wrong-hard', 'wrong-random', 'wrong-starter'])
    assert.equal(await gradeZoo(`exercise-leak/${prefix}`), []);
});

test.run();
