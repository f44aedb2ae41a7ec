import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VirtualClock } from '../../../sandbox/child/clock.ts';
import { Timeout } from '../../../sandbox/child/timeout.ts';

const test = suite('virtual clock');

const create = (
  limitMs = 600_000,
): { clock: VirtualClock; limits: number[]; log: string[]; run: () => void } => {
  const limits: number[] = [];
  const log: string[] = [];
  const clock: VirtualClock = new VirtualClock({ limitMs, onLimit: () => void limits.push(clock.nowMs) });
  const run = (): void => {
    for (const task of clock.jump()) if (clock.remove(task)) task.run();
  };
  return { clock, limits, log, run };
};

test('jump :: goes to the next task and no further', () => {
  const { clock, log, run } = create();
  clock.add(2_000, () => log.push('second'));
  clock.add(500, () => log.push('first'));
  run();
  assert.equal([clock.nowMs, log], [500, ['first']]);
  run();
  assert.equal([clock.nowMs, log], [2_000, ['first', 'second']]);
  assert.ok(clock.isEmpty);
});

test('jump :: the same moment :: in the order in which they were added', () => {
  const { clock, log, run } = create();
  for (const name of ['a', 'b', 'c']) clock.add(10, () => log.push(name));
  run();
  assert.equal(log, ['a', 'b', 'c']);
});

test('remove :: a task of the same moment takes away only that one', () => {
  const { clock, log, run } = create();
  clock.add(10, () => log.push('a'));
  const second = clock.add(10, () => log.push('b'));
  clock.add(10, () => log.push('c'));
  assert.ok(clock.remove(second));
  assert.not(clock.remove(second));
  run();
  assert.equal(log, ['a', 'c']);
});

test('read :: ten thousand times is free, then each takes a millisecond', () => {
  const { clock } = create();
  for (let count = 0; count < 10_000; count += 1) clock.read();
  assert.is(clock.nowMs, 0);
  for (let count = 0; count < 60_000; count += 1) clock.read();
  assert.is(clock.nowMs, 60_000);
});

test('limit :: is told when a jump or a read goes beyond it', () => {
  const { clock, limits, run } = create(1_000);
  clock.add(1_000, () => {});
  run();
  assert.equal(limits, []);
  clock.add(1, () => {});
  run();
  assert.equal(limits, [1_000]);
});

test('keepsAlive :: only tasks that something waits for count', () => {
  const { clock } = create();
  clock.add(10, () => {}, false);
  assert.not(clock.keepsAlive);
  clock.add(20, () => {});
  assert.ok(clock.keepsAlive);
});

test('Timeout :: interval :: fires at its distance until it is closed', () => {
  const { clock, log, run } = create();
  const interval = new Timeout(clock, {
    run: () => log.push(String(clock.nowMs)),
    delay: 300,
    repeats: true,
  });
  run();
  run();
  interval.close();
  run();
  assert.equal(log, ['300', '600']);
});

test('Timeout :: refresh :: starts again after it has run, not after it was closed', () => {
  const { clock, log, run } = create();
  const timeout = new Timeout(clock, {
    run: () => log.push(String(clock.nowMs)),
    delay: 100,
    repeats: false,
  });
  run();
  timeout.refresh();
  run();
  timeout.close().refresh();
  run();
  assert.equal(log, ['100', '200']);
});

test('Timeout :: delay :: what is no number from 1 to 2^31-1 counts as 1', () => {
  for (const delay of [undefined, -5, Number.NaN, 2 ** 31, 0.5]) {
    const { clock, run } = create(Number.POSITIVE_INFINITY);
    new Timeout(clock, { run: () => {}, delay, repeats: false });
    run();
    assert.is(clock.nowMs, 1, String(delay));
  }
});

test.run();
