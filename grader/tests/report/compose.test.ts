import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Exercise, Finding, PartVerdict } from '../../exercise.ts';
import { composeReport, type Verdicts } from '../../report/compose.ts';
import type { Report } from '../../report/report.ts';
import { loadExercise } from '../cli/fake-exercises.ts';
import { reports } from './reports.ts';

const finding: Finding = {
  says: 'differs: expected 8.3, got 8.8',
  mistake: { id: 'null-as-zero', says: 'counting a gap as 0' },
  expected: '8.3',
  actual: '8.8',
};

function compose(exercise: Exercise, verdicts: Readonly<Record<string, PartVerdict>>): Report {
  const circumstances = reports.passed;
  if (!circumstances) throw new Error('no report');
  const { answer, data, sandbox, seed, tookMs, gradedAt, output, advice } = circumstances;
  const found: Verdicts = new Map(
    Object.entries(verdicts).map(([trial, verdict]) => [trial, new Map([['hourly', verdict]])]),
  );
  const score = { pointsOf: () => 0, verdict: 'not yet', points: 0, worth: 100 } as const;
  return composeReport(exercise, found, score, {
    answer,
    data,
    sandbox,
    seed,
    tookMs,
    gradedAt,
    output,
    advice,
  });
}

const test = suite('report :: compose');

test('hidden row :: names the mistake, never the data', async () => {
  const exercise = await loadExercise('exercise-pm25');
  const { rows } = compose(exercise, { 'as-is': { kind: 'passed' }, nulls: { kind: 'failed', finding } });
  assert.equal(rows[1]?.finding, { says: 'differs on changed data', mistake: finding.mistake });
});

test('hidden row :: a number in the sentence is data as well', async () => {
  const exercise = await loadExercise('exercise-pm25');
  const says = (text: string) =>
    compose(exercise, { 'as-is': { kind: 'passed' }, nulls: { kind: 'failed', finding: { says: text } } })
      .rows[1]?.finding?.says;
  assert.is(says('expected 8.3'), 'differs on changed data');
  assert.is(says('gave up without an answer'), 'gave up without an answer');
});

test('replay :: a hidden trial that ran alone is shown whole', async () => {
  const exercise = await loadExercise('exercise-pm25');
  const { rows } = compose(exercise, { nulls: { kind: 'failed', finding } });
  assert.equal(rows[1]?.finding, finding);
  assert.is(rows[0]?.outcome, 'unchecked');
});

test('next :: the visible data first, then the hidden case', async () => {
  const exercise = await loadExercise('exercise-pm25');
  const failed: PartVerdict = { kind: 'failed', finding };
  assert.match(compose(exercise, { 'as-is': failed, nulls: failed }).next, 'Correct hourlyPm25');
  assert.match(
    compose(exercise, { 'as-is': { kind: 'passed' }, nulls: failed }).next,
    'grade replay exercise-pm25 nulls',
  );
});

test.run();
