import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ringsBetween } from '../../../../contest/pages/board/bell.js';
import type { Moment } from '../../../../contest/pages/race/moment.js';

const test = suite('bell');

const moment = (phase: Moment['phase']): Moment => ({
  phase,
  isPaused: false,
  lengthMs: 900_000,
  startsInMs: undefined,
  remainingMs: 0,
  elapsedMs: 0,
});
const rings = (before: Moment['phase'], now: Moment['phase']): number =>
  ringsBetween(moment(before), moment(now));

test('start and end :: ring, and nothing between', () => {
  assert.is(rings('countdown', 'race'), 1);
  assert.is(rings('freeze', 'over'), 3);
  assert.is(rings('race', 'over'), 3);
  assert.equal([rings('race', 'freeze'), rings('over', 'reveal'), rings('over', 'over')], [0, 0, 0]);
});

test('a page that was just opened :: does not ring for what is over', () => {
  assert.is(ringsBetween(undefined, moment('over')), 0);
});

test.run();
