import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inLanes } from '../lanes.ts';

const test = suite('lanes');

test('order :: results keep the order of the items, whatever finishes first', async () => {
  const gates = new Map<number, () => void>();
  const started: number[] = [];
  const work = (item: number): Promise<number> => {
    started.push(item);
    return new Promise((resolve) => gates.set(item, () => resolve(item * 10)));
  };
  const all = inLanes([1, 2, 3], work, { lanes: 2 });
  assert.equal(started, [1, 2]);
  gates.get(2)?.();
  await new Promise(setImmediate);
  assert.equal(started, [1, 2, 3]);
  gates.get(3)?.();
  gates.get(1)?.();
  assert.equal(await all, [10, 20, 30]);
});

test('stop :: items that were not started stay undefined', async () => {
  const done: number[] = [];
  const result = await inLanes(
    [1, 2, 3, 4],
    async (item) => {
      done.push(item);
      return item;
    },
    { lanes: 1, stop: () => done.length === 2 },
  );
  assert.equal(result, [1, 2, undefined, undefined]);
});

test('lanes :: none are needed for no items', async () => {
  assert.equal(await inLanes([], async () => 1, { lanes: 4 }), []);
});

test.run();
