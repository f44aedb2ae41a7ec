import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../../src/classroom/simulated/index.ts';
import { NOW_MS, servicesFor } from '../../../src/tests/services/serving.ts';
import { GUESSES } from '../../checks/exercise-rates/mistakes.ts';
import { newQuery, questionsOf } from '../../checks/exercise-rates/questions.ts';
import {
  rateIn,
  ratesUpstream,
  saltOf,
  version1,
  version2,
  versionsOf,
} from '../../checks/exercise-rates/rates.ts';
import { exercise } from '../../checks/exercise-rates.ts';
import type { Finding } from '../../exercise.ts';
import { ratesZoo } from '../answers/exercise-rates/expected.ts';
import { verdictsOf } from './played.ts';

const base = { source: simulated({ seed: 1 }), nowMs: Date.parse('2026-11-24T09:20:00Z'), cities: [] };
const SEEDS = [0, 1, 4711];
/** Trouble needs the sandbox's clock. */
const TRIALS = exercise.trials.filter(({ tier }) => tier !== 'robust');
/** It uses airlab's client, which has connections of its own. */
const SANDBOX_ONLY = 'right-airlab.ts';

const names = (prefix: string): string[] =>
  Object.keys(ratesZoo).filter(
    (name) => name.startsWith(`exercise-rates/${prefix}`) && !name.endsWith(SANDBOX_ONLY),
  );

async function findingsOf(name: string, seed: number): Promise<Finding[]> {
  const answer: Readonly<Record<string, unknown>> = await import(`../answers/${name}`);
  const findings: Finding[] = [];
  for (const trial of TRIALS)
    for (const verdict of (await verdictsOf(answer, { exercise, trial, base, seed })).values())
      if (verdict.kind === 'failed') findings.push(verdict.finding);
  return findings;
}

const test = suite('exercise-rates');
const twin = servicesFor(test);

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
      const wanted = ratesZoo[name]?.mistake;
      assert.ok(found.length > 0, `${name} passes with seed ${seed}`);
      assert.ok(
        wanted === undefined || found.some(({ mistake }) => mistake?.id === wanted),
        `${name}, seed ${seed}: ${JSON.stringify(found)}`,
      );
    }
});

test('mistakes :: each is made by an answer of the zoo', () => {
  const made = new Set(Object.values(ratesZoo).map(({ mistake }) => mistake));
  assert.equal(
    [...new Set(GUESSES.map(({ id }) => id))].filter((id) => !made.has(id)),
    [],
  );
});

test('versions :: tell the same rates in their own shapes', () => {
  const asked = { base: 'EUR', quotes: ['DKK', 'CNY'], from: '2025-03-03', to: '2025-03-04' };
  const world = { ...base, salt: saltOf(1, 1, 'both') };
  const old = version1(world, '2025-03-03..2025-03-04', { base: 'EUR', symbols: 'DKK,CNY' });
  assert.equal(old.body, {
    amount: 1,
    base: 'EUR',
    start_date: '2025-03-03',
    end_date: '2025-03-04',
    rates: Object.fromEntries(
      ['2025-03-03', '2025-03-04'].map((date) => [
        date,
        Object.fromEntries(
          ['CNY', 'DKK'].map((quote) => [quote, rateIn(world, { date, base: 'EUR', quote })]),
        ),
      ]),
    ),
  });
  const { body } = version2(world, newQuery(asked));
  assert.is(Array.isArray(body) && body.length, 4);
});

test('salt :: other rates, and it says which versions answer', () => {
  const day = { date: '2025-03-03', base: 'EUR', quote: 'CNY' };
  const worlds = (['both', 'only version 1', 'only version 2'] as const).map((versions, nth) => ({
    ...base,
    salt: saltOf(3, nth, versions),
  }));
  assert.equal(worlds.map(versionsOf), ['both', 'only version 1', 'only version 2']);
  assert.is(versionsOf(base), 'both');
  assert.is(new Set([base, ...worlds].map((world) => rateIn(world, day))).size, 4);
});

test('days :: a weekend alone has no rates, and the service adds a Friday', () => {
  const days = exercise.trials.find(({ id }) => id === 'days');
  assert.ok(days);
  const weekend = questionsOf(days.change(base, 1), days).find(({ asked }) => asked?.from === '2025-03-08');
  assert.equal(weekend?.right, { kind: 'rates', rates: [] });
  const { body } = version2(base, { base: 'EUR', quotes: 'DKK', from: '2025-03-08', to: '2025-03-09' });
  assert.is(Array.isArray(body) && body[0].date, '2025-03-07');
});

test('service :: says what its twin on the classroom server says', async () => {
  const upstream = ratesUpstream({ ...base, nowMs: NOW_MS });
  const origin = 'https://api.frankfurter.dev';
  for (const url of SAME) {
    const theirs = await fetch(`${twin.url}/rates${url}`);
    const ours = upstream({ method: 'GET', origin, url, headers: {}, body: '', index: 0, atMs: 0 });
    assert.ok(ours.kind === 'answer');
    assert.equal([ours.status, ours.body], [theirs.status, await theirs.text()], url);
  }
});

const SAME = [
  '/v1/2025-03-01..2025-03-14?base=EUR&symbols=CNY,DKK',
  '/v1/2025-03-08..2025-03-09?base=DKK&symbols=EUR',
  '/v1/2025-03-03..2025-03-05?symbols=CNY,XXX&amount=100',
  '/v1/2025-03-03..2025-03-05?base=XXX&symbols=DKK',
  '/v2/rates?base=EUR&quotes=CNY,DKK&from=2025-03-01&to=2025-03-14',
  '/v2/rates?base=EUR&quotes=XXX&from=2025-03-01',
  '/v2/rates?quotes=DKK&from=2025-04-18&to=2025-04-21',
  '/v2/rates?quotes=DKK&from=nonsense',
];

test.run();
