import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { elapsedMs, endMs, freezeMs, isInTime, lastEndMs, phaseAt } from '../../contest/clock.ts';
import type { ContestEvent } from '../../contest/event.ts';
import { fold } from '../../contest/fold.ts';
import { at, joined, journal, MINUTE_MS, START_MS, started } from './story.ts';

const test = suite('contest clock');

const race = (...events: readonly (readonly [number, ContestEvent])[]) =>
  fold(journal(joined('ada'), started, ...events));

test('phases :: follow each other by the clock', () => {
  const contest = race();
  const phases = [START_MS - 1, START_MS, at(11, 59), at(12), at(14, 59), at(15)].map((ms) =>
    phaseAt(contest, ms),
  );
  assert.equal(phases, ['countdown', 'race', 'race', 'freeze', 'freeze', 'over']);
  assert.is(phaseAt(fold(journal(joined('ada'))), START_MS), 'lobby');
});

test('deadline :: the last accepted moment is 14:59.999', () => {
  const contest = race();
  const ada = contest.people.get('ada');
  assert.ok(ada);
  assert.equal(
    [at(0) - 1, at(0), at(15) - 1, at(15)].map((ms) => isInTime(contest, ms, ada)),
    [false, true, true, false],
  );
});

test('pause :: no time runs, and the end moves', () => {
  const paused = race([at(5), { type: 'paused' }]);
  assert.is(elapsedMs(paused, at(9)), 5 * MINUTE_MS);
  assert.is(endMs(paused), undefined);
  const contest = race([at(5), { type: 'paused' }], [at(7), { type: 'continued' }]);
  assert.equal(
    [elapsedMs(contest, at(9)), endMs(contest), freezeMs(contest)],
    [7 * MINUTE_MS, at(17), at(14)],
  );
});

test('cut :: an interval that never was :: earlier times keep their meaning', () => {
  const contest = race([at(8), { type: 'cut', fromMs: at(4), toMs: at(6) }]);
  assert.equal(
    [at(3), at(5), at(6), at(10)].map((ms) => elapsedMs(contest, ms)),
    [3, 4, 4, 8].map((minutes) => minutes * MINUTE_MS),
  );
  assert.is(endMs(contest), at(17));
});

test('cut :: overlapping ones count once', () => {
  const contest = race(
    [at(8), { type: 'cut', fromMs: at(4), toMs: at(6) }],
    [at(8), { type: 'cut', fromMs: at(5), toMs: at(7) }],
  );
  assert.is(endMs(contest), at(18));
});

test('more minutes :: for all', () => {
  assert.is(endMs(race([at(3), { type: 'extended', minutes: 2 }])), at(17));
});

test('more minutes :: after the freeze has begun :: what is frozen stays frozen', () => {
  const contest = race([at(13), { type: 'extended', minutes: 2 }]);
  assert.equal([freezeMs(contest), endMs(contest), phaseAt(contest, at(14))], [at(12), at(17), 'freeze']);
});

test('extra time :: grows with the contest, on the own clock only', () => {
  const contest = race(
    [START_MS - 1, { type: 'paced', person: 'ada', factor: 1.5, minutes: 0 }],
    [at(3), { type: 'extended', minutes: 2 }],
  );
  assert.is(endMs(contest, contest.people.get('ada')), at(25, 30));
  assert.is(endMs(contest), at(17));
  assert.is(lastEndMs(contest), at(25, 30));
});

test('delay :: moves the window, does not grow it', () => {
  const contest = race([at(1), { type: 'delayed', person: 'ada', minutes: 3 }]);
  const ada = contest.people.get('ada');
  assert.ok(ada);
  assert.equal([elapsedMs(contest, at(5), ada), endMs(contest, ada)], [2 * MINUTE_MS, at(18)]);
});

test.run();
