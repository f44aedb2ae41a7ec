import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { announcements } from '../../../../contest/pages/race/announcements.js';
import type { Moment } from '../../../../contest/pages/race/moment.js';

const test = suite('announcements');

const moment = (leftS: number, rest: Partial<Moment> = {}): Moment => ({
  phase: 'race',
  isPaused: false,
  lengthMs: 900_000,
  startsInMs: undefined,
  remainingMs: leftS * 1000,
  elapsedMs: 900_000 - leftS * 1000,
  ...rest,
});

test('countdown :: is told at 10, 5, 3 and 1 minutes and 10 seconds, and never otherwise', () => {
  const told: string[] = [];
  for (let leftS = 899; leftS >= 0; leftS -= 1) told.push(...announcements(moment(leftS + 1), moment(leftS)));
  assert.equal(told, [
    '10 minutes left.',
    '5 minutes left.',
    '3 minutes left.',
    '1 minute left.',
    '10 seconds left.',
  ]);
});

test('a page that slept :: tells the nearest moment only', () => {
  assert.equal(announcements(moment(700), moment(50)), ['1 minute left.']);
});

test('first look :: says nothing', () => {
  assert.equal(announcements(undefined, moment(300)), []);
});

test('changes :: phase, pause and more time are told once', () => {
  const frozen = moment(180, { phase: 'freeze' });
  assert.equal(announcements(moment(181), frozen), ['The board is frozen. 3 minutes left.']);
  assert.equal(announcements(frozen, moment(0, { phase: 'over' })), ['Time is up.']);
  const paused = moment(300, { isPaused: true });
  assert.equal(announcements(moment(300), paused), ['The race is paused.']);
  assert.equal(announcements(paused, moment(300)), ['The race goes on. 5 minutes left.']);
  assert.equal(announcements(moment(300), moment(420)), ['More time. 7 minutes left.']);
  assert.equal(announcements(moment(300), moment(301)), []);
});

test.run();
