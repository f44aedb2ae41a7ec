import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../../src/classroom/simulated/index.ts';
import { JOIN_MISTAKES, SCORE_MISTAKES } from '../../checks/exercise-leak/mistakes.ts';
import { questionsOf } from '../../checks/exercise-leak/questions.ts';
import { exercise } from '../../checks/exercise-leak.ts';
import type { Finding, PartVerdict, Trial } from '../../exercise.ts';
import { leakZoo } from '../answers/exercise-leak/expected.ts';
import { runHere } from '../judge/run-here.ts';

const base = { source: simulated({ seed: 1 }), nowMs: 0, cities: [] };
const SEEDS = [0, 1, 4711];

const test = suite('exercise-leak');

test('points :: sum to 100, and every part stands in the gate', () => {
  const points = exercise.trials.flatMap((trial) => Object.values(trial.points));
  assert.is(
    points.reduce((sum, each) => sum + each, 0),
    100,
  );
  const gate = exercise.trials.find(({ id }) => id === exercise.gate);
  assert.equal(Object.keys(gate?.points ?? {}).sort(), exercise.parts.map(({ id }) => id).sort());
});

test('answers :: points and mistakes are those of the table, with every seed', async () => {
  for (const [name, expected] of Object.entries(leakZoo))
    for (const seed of SEEDS) {
      const { points, findings } = await graded(name, seed);
      const named = [...new Set(findings.flatMap(({ mistake }) => mistake?.id ?? []))];
      const shown = `${name}, seed ${seed}: ${points} points, named ${named}`;
      assert.is(points, expected.points, shown);
      assert.ok(expected.mistake === undefined || named.includes(expected.mistake), shown);
      const allowed = [expected.mistake, ...(expected.also ?? [])];
      assert.equal(
        named.filter((id) => !allowed.includes(id)),
        [],
        shown,
      );
      assert.equal(
        findings.filter(({ says }) => /\d/.test(says)),
        [],
        shown,
      );
    }
});

test('mistakes :: each is made by an answer of the zoo', () => {
  const made = new Set(Object.values(leakZoo).map(({ mistake }) => mistake));
  const known = [...JOIN_MISTAKES, ...SCORE_MISTAKES].map(({ id }) => id);
  assert.equal(
    [...new Set(known)].filter((id) => !made.has(id)),
    [],
  );
});

test('visible data :: has what the text says: corrections, gaps, known values', () => {
  const { data, right } = questionsOf(base, { id: 'as-is' });
  const hours = new Set(data.readings.map(({ city, time }) => city + time));
  assert.ok(data.readings.length > hours.size);
  assert.ok(right.join.some(({ pm25 }) => pm25 === null));
  assert.ok(right.join.filter(({ pm25 }) => pm25 !== null).length > right.join.length / 2);
});

async function graded(
  name: string,
  seed: number,
): Promise<{ readonly points: number; readonly findings: readonly Finding[] }> {
  const answer: Readonly<Record<string, unknown>> = await import(`../answers/${name}`);
  const runs: { readonly trial: Trial; readonly verdicts: ReadonlyMap<string, PartVerdict> }[] = [];
  for (const trial of exercise.trials)
    runs.push({ trial, verdicts: await runHere(answer, { exercise, trial, base, seed }) });
  const hasPassed = (id: string, part: string): boolean =>
    runs.find(({ trial }) => trial.id === id)?.verdicts.get(part)?.kind === 'passed';
  const earned = runs.flatMap(({ trial }) =>
    Object.entries(trial.points).map(([part, points]) =>
      hasPassed(exercise.gate, part) && hasPassed(trial.id, part) ? points : 0,
    ),
  );
  const verdicts = runs.flatMap((run) => [...run.verdicts.values()]);
  return {
    points: earned.reduce((sum, each) => sum + each, 0),
    findings: verdicts.flatMap((verdict) => (verdict.kind === 'failed' ? verdict.finding : [])),
  };
}

test.run();
