import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { turnsOf } from '../../../classroom/serving/turns.ts';

const test = suite('serving :: turns');

test('one after the other, in the order of coming :: each address for itself', async () => {
  const takeTurn = turnsOf(3);
  const done: string[] = [];
  const work = async (address: string, name: string): Promise<void> => {
    const turn = takeTurn(address);
    if (turn === undefined) return void done.push(`${name} refused`);
    await turn.ready;
    await Promise.resolve();
    done.push(name);
    turn.done();
  };
  await Promise.all([work('a', 'a1'), work('a', 'a2'), work('a', 'a3'), work('a', 'a4'), work('b', 'b1')]);
  assert.is(done[0], 'a4 refused');
  assert.equal(
    done.filter((name) => /^a\d$/.test(name)),
    ['a1', 'a2', 'a3'],
  );
  assert.ok(done.indexOf('b1') < done.indexOf('a3'));
  await work('a', 'a5');
  assert.is(done.at(-1), 'a5');
});

test.run();
