import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exercise } from '../../checks/exercise-pm25.ts';
import type { PartVerdict } from '../../exercise.ts';
import { score } from '../../judge/score.ts';
import { MADE_UP } from '../../judge/trouble.ts';

const PASSED: PartVerdict = { kind: 'passed' };
const FAILED: PartVerdict = { kind: 'failed', finding: { says: 'differs' } };
const LIED: PartVerdict = { kind: 'failed', finding: { says: 'differs', mistake: MADE_UP } };
const UNCHECKED: PartVerdict = { kind: 'unchecked', why: 'the sandbox broke' };

/** Everything passed, but for what `except` says of `trial/part`; undefined means that it did not run. */
function scored(except: Readonly<Record<string, PartVerdict | undefined>> = {}) {
  const verdicts = new Map(
    exercise.trials.map((trial) => [
      trial.id,
      new Map(
        Object.keys(trial.points).flatMap((part): [string, PartVerdict][] => {
          const verdict = `${trial.id}/${part}` in except ? except[`${trial.id}/${part}`] : PASSED;
          return verdict === undefined ? [] : [[part, verdict]];
        }),
      ),
    ]),
  );
  const { points, worth, verdict } = score(exercise, verdicts);
  return `${verdict} ${points}/${worth}`;
}

const test = suite('score');

test('everything passed :: 100', () => {
  assert.is(scored(), 'passed 100/100');
});

test('the gate failed :: the part has no points anywhere', () => {
  assert.is(scored({ 'values/hourly': FAILED }), 'not yet 72/100');
  assert.is(scored({ 'values/compare': FAILED }), 'not yet 40/100');
});

test('only the visible data passed :: 0', () => {
  const hidden = exercise.trials
    .filter(({ tier }) => tier !== 'visible')
    .flatMap((trial) => Object.keys(trial.points).map((part) => [`${trial.id}/${part}`, FAILED] as const));
  assert.is(scored(Object.fromEntries(hidden)), 'not yet 0/100');
});

test('a hidden trial failed :: its points only', () => {
  assert.is(scored({ 'nulls/hourly': FAILED }), 'not yet 96/100');
});

test('a robust trial failed :: its points, and passed all the same', () => {
  assert.is(scored({ '429/compare': FAILED, 'hang/compare': FAILED }), 'passed 90/100');
});

test('made-up numbers under a fault :: not passed', () => {
  assert.is(scored({ '503/compare': LIED }), 'not yet 95/100');
});

test('unchecked :: could not check, unless something failed', () => {
  assert.is(scored({ 'day/compare': UNCHECKED }), 'could not check 92/100');
  assert.is(scored({ 'day/compare': UNCHECKED, 'day/show': FAILED }), 'not yet 90/100');
  assert.is(scored({ '503/compare': UNCHECKED }), 'passed 95/100');
});

test('not run :: not yet', () => {
  assert.is(scored({ 'day/compare': undefined }), 'not yet 92/100');
  assert.is(score(exercise, new Map()).verdict, 'not yet');
});

test.run();
