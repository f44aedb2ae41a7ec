import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ContestEvent } from '../../../../contest/event.ts';
import { fold } from '../../../../contest/fold.ts';
import { momentOf } from '../../../../contest/pages/race/moment.js';
import { view } from '../../../../contest/view.ts';
import { at, joined, journal, START_MS, started } from '../../story.ts';

const test = suite('page clock');

type Told = readonly [number, ContestEvent];

/** What a page shows at `nowMs`, of the view that it got at `seenMs`. */
const moment = (seenMs: number, nowMs: number, ...events: readonly Told[]) => {
  const contest = fold(journal(joined('ada'), started, ...events));
  const seen = view(contest, { asOfMs: seenMs, viewer: { kind: 'person', person: 'ada' } });
  return { all: momentOf(seen, nowMs), own: momentOf(seen, nowMs, seen.own) };
};

test('phases :: begin by the clock, also without a new view', () => {
  const phases = [START_MS - 1, at(0), at(11, 59), at(12), at(14, 59), at(15)].map(
    (nowMs) => moment(START_MS - 5_000, nowMs).all.phase,
  );
  assert.equal(phases, ['countdown', 'race', 'race', 'freeze', 'freeze', 'over']);
});

test('remaining and elapsed :: add up, and stop at the ends', () => {
  const { remainingMs, elapsedMs, startsInMs } = moment(at(1), at(4)).all;
  assert.equal([remainingMs, elapsedMs, startsInMs], [11 * 60_000, 4 * 60_000, undefined]);
  assert.equal(moment(at(1), at(16)).all.remainingMs, 0);
  assert.equal(moment(START_MS - 5_000, START_MS - 2_000).all.startsInMs, 2_000);
});

test('cut interval :: does not count as elapsed', () => {
  const { remainingMs, elapsedMs } = moment(at(6), at(6), [
    at(5),
    { type: 'cut', fromMs: at(2), toMs: at(4) },
  ]).all;
  assert.equal([remainingMs, elapsedMs], [11 * 60_000, 4 * 60_000]);
});

test('pause :: stands still, however long ago the view came', () => {
  const paused: Told = [at(5), { type: 'paused' }];
  for (const nowMs of [at(6), at(30)]) {
    const { phase, isPaused, remainingMs, elapsedMs } = moment(at(6), nowMs, paused).all;
    assert.equal([phase, isPaused, remainingMs, elapsedMs], ['race', true, 600_000, 300_000]);
  }
});

test('extra time :: runs on the own clock only, after the bell too', () => {
  const paced: Told = [START_MS - 1, { type: 'paced', person: 'ada', factor: 2, minutes: 0 }];
  const { all, own } = moment(at(16), at(16), paced);
  assert.equal([all.phase, all.remainingMs], ['over', 0]);
  assert.equal([own.phase, own.remainingMs], ['freeze', 14 * 60_000]);
});

test('ended early :: is over on every clock', () => {
  const paced: Told = [START_MS - 1, { type: 'paced', person: 'ada', factor: 2, minutes: 0 }];
  const { all, own } = moment(at(9), at(9), paced, [at(8), { type: 'ended' }]);
  assert.equal([all.phase, own.phase, own.remainingMs], ['over', 'over', 0]);
});

test.run();
