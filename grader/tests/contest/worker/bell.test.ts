import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Bell } from '../../../contest/worker/bell.ts';

const test = suite('contest worker :: bell');

const LONG_MS = 60_000;

async function passes(work: Promise<void>): Promise<boolean> {
  const ticks = async (): Promise<boolean> => {
    for (let tick = 0; tick < 5; tick += 1) await new Promise((resolve) => setImmediate(resolve));
    return false;
  };
  return Promise.race([work.then(() => true), ticks()]);
}

test('wait :: a ring before it is heard, once', async () => {
  const bell = new Bell();
  bell.ring();
  bell.ring();
  assert.ok(await passes(bell.wait(LONG_MS)));
  const next = bell.wait(LONG_MS);
  assert.not.ok(await passes(next));
  bell.ring();
  assert.ok(await passes(next));
});

test('wait :: not for ever', async () => {
  await new Bell().wait(1);
});

test('rest :: a ring does not disturb, the end does', async () => {
  const bell = new Bell();
  const rest = bell.rest(LONG_MS);
  bell.ring();
  assert.not.ok(await passes(rest));
  bell.stop();
  assert.ok(await passes(rest));
  assert.ok(await passes(bell.rest(LONG_MS)), 'and nobody rests after it');
  assert.ok(await passes(bell.wait(LONG_MS)));
});

test.run();
