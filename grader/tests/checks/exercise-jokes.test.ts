import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../../src/classroom/simulated/index.ts';
import { packOf } from '../../checks/exercise-jokes/jokes.ts';
import { GUESSES } from '../../checks/exercise-jokes/mistakes.ts';
import { questionsOf } from '../../checks/exercise-jokes/questions.ts';
import { exercise } from '../../checks/exercise-jokes.ts';
import type { Finding } from '../../exercise.ts';
import { jokesZoo } from '../answers/exercise-jokes/expected.ts';
import { verdictsOf } from './played.ts';

const base = { source: simulated({ seed: 1 }), nowMs: Date.parse('2026-11-24T09:20:00Z'), cities: [] };
const SEEDS = [0, 1, 4711];
/** Trouble needs the sandbox's clock. */
const TRIALS = exercise.trials.filter(({ tier }) => tier !== 'robust');
/** It uses airlab's client, which has connections of its own. */
const SANDBOX_ONLY = 'right-airlab.ts';

const names = (prefix: string): string[] =>
  Object.keys(jokesZoo).filter(
    (name) => name.startsWith(`exercise-jokes/${prefix}`) && !name.endsWith(SANDBOX_ONLY),
  );

async function findingsOf(name: string, seed: number): Promise<Finding[]> {
  const answer: Readonly<Record<string, unknown>> = await import(`../answers/${name}`);
  const findings: Finding[] = [];
  for (const trial of TRIALS)
    for (const verdict of (await verdictsOf(answer, { exercise, trial, base, seed })).values())
      if (verdict.kind === 'failed') findings.push(verdict.finding);
  return findings;
}

const test = suite('exercise-jokes');

test('points :: sum to 100, and every part stands in the gate', () => {
  const points = exercise.trials.flatMap((trial) => Object.values(trial.points));
  assert.is(
    points.reduce((sum, each) => sum + each, 0),
    100,
  );
  const gate = exercise.trials.find(({ id }) => id === exercise.gate);
  assert.equal(Object.keys(gate?.points ?? {}).sort(), exercise.parts.map(({ id }) => id).sort());
});

test('right answers :: pass with every seed', async () => {
  for (const name of names('right-'))
    for (const seed of SEEDS) assert.equal(await findingsOf(name, seed), [], `${name}, seed ${seed}`);
});

test('wrong answers :: fail with every seed, and the mistake is named', async () => {
  for (const name of names('wrong-'))
    for (const seed of SEEDS) {
      const found = await findingsOf(name, seed);
      const wanted = jokesZoo[name]?.mistake;
      assert.ok(found.length > 0, `${name} passes with seed ${seed}`);
      assert.ok(
        wanted === undefined || found.some(({ mistake }) => mistake?.id === wanted),
        `${name}, seed ${seed}: ${JSON.stringify(found)}`,
      );
    }
});

test('mistakes :: each is made by an answer of the zoo', () => {
  const made = new Set(Object.values(jokesZoo).map(({ mistake }) => mistake));
  assert.equal(
    GUESSES.map(({ id }) => id).filter((id) => !made.has(id)),
    [],
  );
});

test('jokes :: other ones with every salt, as many as are told of', () => {
  const ids = (salt: number): string =>
    JSON.stringify(packOf({ ...base, salt }).twoParts.map(({ id, punchline }) => [id, punchline]));
  assert.equal(ids(0), ids(0));
  assert.is(new Set([0, 1, 2, 3, 99].map(ids)).size, 5);
});

test('questions :: every shape is asked for with every seed', () => {
  const shapes = exercise.trials.find(({ id }) => id === 'shapes');
  assert.ok(shapes);
  for (const seed of SEEDS) {
    const questions = questionsOf(shapes.change(base, seed), shapes);
    const kinds = questions.map(({ body }) =>
      Array.isArray(body) ? `array of ${Math.min(2, body.length)}` : 'object',
    );
    assert.equal([...new Set(kinds)].sort(), ['array of 0', 'array of 1', 'array of 2', 'object']);
    const alone = questions.filter(
      ({ part, body }) => part === 'api' && !JSON.stringify(body).includes('"jokes"'),
    );
    const types = alone.map(({ right }) => (right.kind === 'jokes' ? right.jokes[0]?.lines.length : 0));
    assert.equal([...new Set(types)].sort(), [1, 2], `seed ${seed}`);
  }
});

test.run();
