import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { changeOf, changesAfter, type Feed, feedNumber, play } from '../../../services/protocols/feed.ts';
import { cityNamed, lastFullHour } from '../../../services/reading.ts';
import { WORLD } from '../serving.ts';

const city = cityNamed('beijing');
assert.ok(city);
const FEED: Feed = { city: city ?? Object.create(null), changes: 10, everyMs: 10 };

test('changes :: the last one :: the newest hour of the world', () => {
  const { n, reading } = changeOf(WORLD, FEED, 10);
  assert.equal([n, reading.time], [10, '2026-11-24T08:00Z']);
  assert.equal(changeOf(WORLD, FEED, 1).reading.time, '2026-11-23T23:00Z');
  const [value] = WORLD.source.read(FEED.city, 'pm2_5', lastFullHour(WORLD), 1, WORLD.nowMs);
  assert.is(reading.pm2_5, value);
});

test('changes :: with time :: never fewer, never more than there are', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (early, more) => {
      const [before, after] = [changesAfter(FEED, early), changesAfter(FEED, early + more)];
      assert.ok(before <= after && after <= 10);
    }),
  );
});

test('numbers :: as text, as number, outside :: checked', () => {
  assert.equal(
    [feedNumber('25', 'changes'), feedNumber(undefined, 'changes'), feedNumber(0, 'everyMs')],
    [25, 10, 200],
  );
  for (const wrong of ['x', -1, 1.5, 1_001, null, Number.NaN, ''])
    assert.is(feedNumber(wrong, 'changes'), undefined, String(wrong));
});

const played = (options: { ageMs: number; after?: number }) =>
  new Promise<number[]>((resolve) => {
    const told: number[] = [];
    play(
      FEED,
      { ageMs: options.ageMs },
      {
        ...(options.after === undefined ? {} : { after: options.after }),
        change: (n) => told.push(n),
        end: () => resolve(told),
      },
    );
  });

test('play :: from the start, late, again :: each change once and in order', async () => {
  const all = Array.from({ length: 10 }, (_, index) => index + 1);
  assert.equal(await played({ ageMs: 0 }), all);
  assert.equal(await played({ ageMs: 100_000 }), all);
  assert.equal(await played({ ageMs: 35, after: 7 }), [8, 9, 10]);
});

test('play :: stopped :: nothing more, while another feed runs to its end', async () => {
  const told: number[] = [];
  await new Promise<void>((resolve) => {
    const stop = play(
      FEED,
      { ageMs: 0 },
      {
        change: (n) => {
          told.push(n);
          stop();
          resolve();
        },
        end: () => assert.unreachable('a stopped feed does not end'),
      },
    );
  });
  await played({ ageMs: 0 });
  assert.equal(told, [1]);
});

test.run();
