import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { nearest } from '../../../src/nearest.ts';
import { progressTalk } from '../../commands/progress.ts';
import { requestOf } from '../../commands/request.ts';
import { FakeTimers } from '../watch/fake-timers.ts';

const look = { width: 80, colour: false, unicode: true };

function talking(liveTalk: boolean) {
  const timers = new FakeTimers();
  const said: string[] = [];
  const progress = progressTalk({ liveTalk, look, talk: (text) => said.push(text) }, timers);
  return { timers, said, progress };
}

const test = suite('commands :: progress');

test('short steps :: nothing is said', () => {
  const { timers, said, progress } = talking(true);
  for (const step of ['one', 'two', 'three']) {
    progress.step(step);
    timers.pass(900);
  }
  progress.end();
  assert.equal(said, []);
  assert.is(timers.running, 0);
});

test('long step :: one plain line where nothing can be redrawn', () => {
  const { timers, said, progress } = talking(false);
  progress.step('sealing the data');
  timers.pass(5_000);
  progress.end();
  assert.equal(said, ['sealing the data ...\n']);
});

test('long step :: a spinner on a terminal, erased at the end', () => {
  const { timers, said, progress } = talking(true);
  progress.step('sealing the data');
  timers.pass(1_200);
  assert.is(said.length, 3);
  assert.ok(said[0]?.startsWith('\r\u001b[K') && said[0].endsWith(' sealing the data'));
  progress.end();
  progress.end();
  assert.is(said.at(-1), '\r\u001b[K');
  assert.is(said.length, 4);
});

test.run();

const names = suite('commands :: nearest');

names('contained, then by distance, three at most', () => {
  const known = ['list', 'exercise-pm25', 'exercise-jokes', 'hint', 'reset'];
  assert.is(nearest('pm25', known)[0], 'exercise-pm25');
  assert.is(nearest('EXERCISE-PM52', known)[0], 'exercise-pm25');
  assert.is(nearest('lsit', known)[0], 'list');
  assert.is(nearest('', known).length, 3);
});

names.run();

const request = suite('commands :: request');
const context = { root: '/kit', now: () => 0 };

request('options :: become the request', () => {
  const { mode, seed, file } = requestOf(
    'exercise-pm25',
    { offline: true, seed: '7', file: 'a.ts' },
    context,
  );
  assert.equal([mode, seed, file], ['offline', 7, 'a.ts']);
  assert.equal(Object.keys(requestOf('exercise-pm25', {}, context)).sort(), [
    'exercise',
    'mode',
    'now',
    'root',
  ]);
});

request('seed :: a whole number', () => {
  for (const seed of ['', '-1', '1.5', 'x', '1e3', '99999999999999999999'])
    assert.throws(() => requestOf('exercise-pm25', { seed }, context), /needs a whole number/);
});

request.run();
