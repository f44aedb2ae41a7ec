import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { reachability } from '../../http/reachable.ts';

const clock = { ms: 0 };
const knocks: string[] = [];
const reached = reachability({
  nowMs: () => clock.ms,
  knock: async (url) => {
    knocks.push(url);
    if (url.includes('gone')) throw new Error('ENOTFOUND');
  },
});
test.before.each(() => {
  clock.ms += 1_000_000;
  knocks.length = 0;
});

test('reached :: any answer counts, nobody is not', async () => {
  assert.equal(await reached('https://here.example'), { isReached: true, isNews: true });
  assert.equal(await reached('https://gone.example'), { isReached: false, isNews: true });
});

test('reached :: within a minute :: nobody is asked again, and it is no news', async () => {
  await reached('https://gone.example');
  clock.ms += 59_000;
  assert.equal(await reached('https://gone.example'), { isReached: false, isNews: false });
  assert.is(knocks.length, 1);
  clock.ms += 2_000;
  assert.equal(await reached('https://gone.example'), { isReached: false, isNews: true });
  assert.is(knocks.length, 2);
});

test('reached :: two at once :: one question', async () => {
  await Promise.all([reached('https://here.example'), reached('https://here.example')]);
  assert.is(knocks.length, 1);
});

test.run();
