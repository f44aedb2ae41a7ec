import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { clockOf, isNews, leftMs, startClock } from '../../practice/clock.ts';
import { nextHint, partNamed } from '../../practice/hints.ts';
import type { PracticeEvent } from '../../practice/journal.ts';
import { progressOf } from '../../practice/progress.ts';
import { solutionGate } from '../../practice/solution.ts';
import { loadExercise } from '../cli/fake-exercises.ts';

const NAME = 'exercise-pm25';
const NOW = Date.parse('2026-11-24T09:00:00.000Z');
const graded = (points: number, more: Partial<PracticeEvent & { type: 'graded' }> = {}): PracticeEvent => ({
  type: 'graded',
  at: new Date(NOW).toISOString(),
  exercise: NAME,
  verdict: points === 100 ? 'passed' : 'not yet',
  points,
  worth: 100,
  changed: true,
  ...more,
});
const hinted = (part: string, rung: number): PracticeEvent => ({
  type: 'hinted',
  at: new Date(NOW).toISOString(),
  exercise: NAME,
  part,
  rung,
});

const progress = suite('practice :: progress');

progress('nothing yet', () => {
  assert.equal(progressOf([], NAME), {
    exercise: NAME,
    tries: 0,
    passed: false,
    hintsTaken: 0,
    triedHonestly: false,
    solutionOpened: false,
  });
});

progress('best stays, last is last', () => {
  const found = progressOf([graded(40), graded(100), graded(10), graded(90, { exercise: 'other' })], NAME);
  assert.is(found.tries, 3);
  assert.equal(found.best, { points: 100, worth: 100 });
  assert.is(found.last?.verdict, 'not yet');
  assert.ok(found.passed);
});

progress('could not check :: is no try', () => {
  assert.is(progressOf([graded(0, { verdict: 'could not check' })], NAME).tries, 0);
});

progress('hints :: the same rung twice counts once', () => {
  assert.is(progressOf([hinted('hourly', 1), hinted('hourly', 1), hinted('hourly', 2)], NAME).hintsTaken, 2);
});

progress.run();

const clock = suite('practice :: clock');

clock('start :: ends at an absolute moment', () => {
  const started = startClock(NAME, 15, NOW);
  assert.is(started.endsAt, '2026-11-24T09:15:00.000Z');
  const found = clockOf([started], NAME);
  assert.ok(found);
  assert.is(leftMs(found, NOW + 60_000), 14 * 60_000);
  assert.is(leftMs(found, NOW + 16 * 60_000), -60_000);
  assert.is(clockOf([started], 'other'), undefined);
});

clock('again :: the last start counts', () => {
  const found = clockOf([startClock(NAME, 15, NOW), startClock(NAME, 15, NOW + 60_000)], NAME);
  assert.is(found?.endsAt, '2026-11-24T09:16:00.000Z');
});

clock('computer clock set back :: never more than the whole time', () => {
  const found = clockOf([startClock(NAME, 15, NOW)], NAME);
  assert.ok(found);
  assert.is(leftMs(found, NOW - 3_600_000), 15 * 60_000);
});

clock('news :: until an hour after the bell', () => {
  const found = clockOf([startClock(NAME, 15, NOW)], NAME);
  assert.ok(found);
  assert.ok(isNews(found, NOW + 74 * 60_000));
  assert.not(isNews(found, NOW + 76 * 60_000));
});

clock.run();

const hints = suite('practice :: hints');

hints('ladder :: one rung at a time, then all again', async () => {
  const exercise = await loadExercise(NAME);
  const events: PracticeEvent[] = [];
  for (const rung of [1, 2, 3]) {
    const hint = nextHint(exercise, events, 'hourly');
    assert.is(hint.kind === 'hint' && hint.rung, rung);
    events.push(hinted('hourly', rung));
  }
  const spent = nextHint(exercise, events, 'hourly');
  assert.is(spent.kind === 'spent' && spent.texts.length, 3);
  assert.is(nextHint(exercise, events, 'compare').kind, 'hint');
});

hints('part :: by id, function or number', async () => {
  const exercise = await loadExercise(NAME);
  for (const word of ['compare', 'compareCities', '2']) assert.is(partNamed(exercise, word)?.id, 'compare');
  assert.is(partNamed(exercise, '0'), undefined);
});

hints.run();

const gate = suite('practice :: solution');
const open = (events: readonly PracticeEvent[], nowMs = NOW): boolean =>
  solutionGate(progressOf(events, NAME), clockOf(events, NAME), nowMs).open;

gate('opens :: after an honest try or the bell', () => {
  assert.not(open([]));
  assert.not(open([graded(0, { changed: false })]));
  assert.not(open([graded(0, { verdict: 'could not check' })]));
  assert.ok(open([graded(0)]));
  const started = startClock(NAME, 15, NOW);
  assert.not(open([started], NOW + 14 * 60_000));
  assert.ok(open([started], NOW + 15 * 60_000));
});

gate('stays open :: once opened', () => {
  assert.ok(open([{ type: 'opened', at: new Date(NOW).toISOString(), exercise: NAME }]));
});

gate.run();
