import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { record, recordedPlaces } from '../../../src/classroom/record.ts';
import { sealed } from '../../../src/classroom/sealed.ts';
import { simulated } from '../../../src/classroom/simulated/index.ts';
import { exercise } from '../../checks/exercise-pm25.ts';
import type { PartVerdict, Trial, World } from '../../exercise.ts';
import { zoo } from '../answers/expected.ts';
import { fetchFrom, runHere } from './run-here.ts';

const answers = new URL('../answers/', import.meta.url);
const solution = new URL('../../../solutions/exercise-pm25.ts', import.meta.url);
const dataTrials = exercise.trials.filter(({ tier }) => tier !== 'robust');

/** Answers that this process cannot run: they need the sandbox, or the day on which they were written. */
const NEEDS_SANDBOX =
  /^(right-(airlab|axios|csv|global-memory|ignores-now|leaves-things|no-time-limit|node-https|noisy|openmeteo|top-level|undici)|wrong-(fixed-dates|forged|frozen|hard-coded|ignores|fallback|patched|starter))/;

const KEEPS_STATE = /^(right-robust|wrong-same-city)/;

/** Moments at which hours, days and clocks are special, and a spread over the year. */
const MOMENTS = [
  '2026-01-01T00:01Z',
  '2026-02-28T23:45Z',
  '2026-03-08T08:20Z', // New York goes forward
  '2026-03-29T01:01Z', // Europe goes forward
  '2026-03-31T12:00Z', // … within the window
  '2026-06-21T15:59Z',
  '2026-07-14T16:30Z', // midnight passed in Beijing
  '2026-10-25T01:45Z', // Europe goes back
  '2026-11-02T23:10Z', // New York went back
  '2026-12-31T22:59Z',
].map((text) => Date.parse(text));

interface Case {
  readonly nowMs: number;
  readonly seed: number;
  readonly data: number;
}

const cases: readonly Case[] = MOMENTS.map((nowMs, index) => ({
  nowMs,
  seed: index * 7 + 1,
  data: index + 1,
}));
const anyCase = fc.record({
  nowMs: fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-01-01') }),
  seed: fc.integer({ min: 0, max: 1e9 }),
  data: fc.integer({ min: 0, max: 1e6 }),
});

const simulatedWorld = ({ nowMs, data }: Case): World => ({
  source: simulated({ seed: data }),
  nowMs,
  cities: exercise.cities,
});

/** The same air as it comes out of a snapshot: a week back, and nothing before. */
async function sealedWorld(one: Case): Promise<World> {
  const world = simulatedWorld(one);
  const snapshot = await record({
    places: recordedPlaces,
    now: () => one.nowMs,
    fetch: fetchFrom(world),
    env: {},
    signal: new AbortController().signal,
  });
  return { ...world, source: sealed(snapshot, { elsewhere: world.source }) };
}

interface Judged {
  readonly trial: Trial;
  readonly part: string;
  readonly verdict: PartVerdict;
}

/** Made once for all answers, because that takes long; every other pair is sealed. */
const worlds = new Map(
  await Promise.all(
    cases.map(
      async (one, index) => [one, index % 4 < 2 ? await sealedWorld(one) : simulatedWorld(one)] as const,
    ),
  ),
);

async function judgeAll(name: string, one: Case): Promise<readonly Judged[]> {
  const base = worlds.get(one) ?? simulatedWorld(one);
  const judged: Judged[] = [];
  for (const trial of dataTrials) {
    // Every trial has a process of its own; here that is a new module.
    const fresh = KEEPS_STATE.test(name) ? `?${trial.id}-${one.nowMs}` : '';
    const exports: Record<string, unknown> = await import(new URL(name, answers).href + fresh);
    const verdicts = await runHere(exports, { exercise, trial, base, seed: one.seed });
    judged.push(...[...verdicts].map(([part, verdict]) => ({ trial, part, verdict })));
  }
  return judged;
}

const told = (one: Case, { trial, part, verdict }: Judged): string =>
  `${new Date(one.nowMs).toISOString()} seed ${one.seed} data ${one.data}: ${trial.id} ${part}: ${
    verdict.kind === 'failed'
      ? `${verdict.finding.says} (${verdict.finding.mistake?.id ?? 'not named'})`
      : verdict.kind
  }`;

const names = (prefix: string): readonly string[] =>
  readdirSync(fileURLToPath(answers))
    .filter((name) => name.startsWith(prefix) && name.endsWith('.ts') && !NEEDS_SANDBOX.test(name))
    .sort();

const test = suite('any moment');

test('solution :: any moment, any data :: passes every trial', async () => {
  const { pathname } = solution;
  const exports: Record<string, unknown> = await import(pathToFileURL(pathname).href);
  await fc.assert(
    fc.asyncProperty(anyCase, async (one) => {
      for (const trial of exercise.trials) {
        const verdicts = await runHere(exports, {
          exercise,
          trial,
          base: simulatedWorld(one),
          seed: one.seed,
        });
        for (const [part, verdict] of verdicts)
          assert.is(verdict.kind, 'passed', told(one, { trial, part, verdict }));
      }
    }),
    { numRuns: 25, seed: 20_261_124 },
  );
});

for (const name of names('right-')) {
  test(`${name} :: special moments :: passes every trial`, async () => {
    for (const one of cases) {
      const bad = (await judgeAll(name, one)).filter(({ verdict }) => verdict.kind !== 'passed');
      assert.equal(
        bad.map((judged) => told(one, judged)),
        [],
      );
    }
  });
}

for (const name of names('wrong-')) {
  test(`${name} :: a third of the special moments :: fails, and is named rightly or not at all`, async () => {
    const { mistake, also = [] } = zoo[name] ?? {};
    let isNamed = false;
    for (const one of cases.filter((_, index) => index % 3 === name.length % 3)) {
      const failed = (await judgeAll(name, one)).filter(({ verdict }) => verdict.kind === 'failed');
      assert.ok(failed.length > 0, `${name} passed at ${new Date(one.nowMs).toISOString()}`);
      for (const judged of failed) {
        if (judged.verdict.kind !== 'failed') continue;
        const id = judged.verdict.finding.mistake?.id;
        isNamed ||= id !== undefined && id === mistake;
        assert.ok(id === undefined || id === mistake || also.includes(id), told(one, judged));
      }
    }
    assert.is(isNamed, mistake !== undefined);
  });
}

test.run();
