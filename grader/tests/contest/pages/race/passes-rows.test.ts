import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { passesNow, passesRows } from '../../../../contest/pages/race/passes-rows.js';
import { mistakeText, rowText } from '../../../../contest/pages/race/words.js';
import { TASK } from '../fake-server.ts';

const test = suite('passes rows');

const passes = { stepMs: 15_000, checks: [{ check: 'compare', people: [0, 1, 1], now: 2 }] };

test('table :: has every check of the task, in its order', () => {
  assert.equal(passesNow(passes, TASK), [
    { title: 'The last 72 full hours', people: 0 },
    { title: 'The comparison', people: 2 },
    { title: 'The same for people', people: 0 },
  ]);
});

test('chart :: ends with the newest count at the moment shown', () => {
  const rows = passesRows(passes, { elapsedMs: 40_000, task: TASK }).filter(
    ({ check }) => check === 'The comparison',
  );
  assert.equal(
    rows.map(({ minute, people }) => [minute, people]),
    [
      [0, 0],
      [0.25, 1],
      [0.5, 1],
      [40 / 60, 2],
    ],
  );
});

test('texts :: unknown mistakes are told by their id, rows aloud in full', () => {
  assert.is(mistakeText('utc-as-local', {}), 'utc as local');
  assert.is(mistakeText('constructor', {}), 'constructor');
  const row = { place: 1, nick: 'Ada', points: 1, timeS: 61, isLate: false, isOwn: false };
  assert.is(rowText(row), 'Place 1: Ada, 1 point, time 1:01');
  assert.is(rowText({ ...row, nick: undefined }), 'Place 1, not told yet');
});

test.run();
