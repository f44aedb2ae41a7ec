import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ContestData, gradingSeed } from '../../../contest/store/contests.ts';
import { openJudge } from '../../../contest/worker/judge.ts';
import { simulatedSnapshot } from '../store/fixture.ts';

const test = suite('contest worker :: judge');

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
const GRADED_MS = 1_795_000_000_000;

const data = async (exercise = 'exercise-pm25'): Promise<ContestData> => ({
  contest: 'one',
  code: 'CODE',
  exercise,
  snapshot: await simulatedSnapshot(),
  seed: 'a seed',
});

const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('airlab-judge-'));

test('judge :: right, wrong, hostile and unreadable answers, one after the other and at once', async () => {
  const { judge, close } = openJudge({ now: () => GRADED_MS });
  const contest = await data();
  const solution = { kind: '.ts', source: read('solutions/exercise-pm25.ts') } as const;
  const right = await judge(contest, solution);
  assert.equal([right.verdict, right.points, right.hasRun, right.gradedMs], ['passed', 100, true, GRADED_MS]);

  const [wrong, unreadable, again, hostile, notebook] = await Promise.all([
    judge(contest, { kind: '.ts', source: solution.source.replaceAll('pm2_5', 'pm10') }),
    judge(contest, { kind: '.ts', source: 'export function {' }),
    judge(contest, solution),
    judge(contest, { kind: '.ts', source: 'process.exit(0)' }),
    judge(contest, { kind: '.ipynb', source: 'no notebook' }),
  ]);
  assert.equal([wrong.verdict, wrong.hasRun], ['not yet', true]);
  assert.ok(wrong.mistakes.length > 0, 'the mistake is named');
  assert.equal([unreadable.verdict, unreadable.points, unreadable.hasRun], ['not yet', 0, false]);
  assert.equal(again, right, 'the same source gets the same result');
  assert.equal([hostile.verdict, hostile.points, hostile.hasRun], ['not yet', 0, true]);
  assert.equal([notebook.verdict, notebook.hasRun], ['not yet', false]);
  close();
  const own = folders().filter((name) => name.startsWith(`airlab-judge-${process.pid}-`));
  assert.equal(own, [], 'nothing is left');
});

test('judge :: what a killed one left is removed, what another one needs is not', async () => {
  const LONG_AGO = new Date('2026-01-01T00:00:00Z');
  const [left, used, fresh] = [
    'airlab-judge-999999999-left',
    `airlab-judge-${process.pid}-used`,
    'airlab-judge-999999999-new',
  ];
  for (const name of [left, used, fresh]) mkdirSync(join(tmpdir(), name));
  for (const name of [left, used]) utimesSync(join(tmpdir(), name), LONG_AGO, LONG_AGO);
  const { judge, close } = openJudge({ now: () => GRADED_MS });
  await judge(await data(), { kind: '.ts', source: '}' });
  const after = folders();
  close();
  for (const name of [used, fresh]) rmSync(join(tmpdir(), name), { recursive: true });
  assert.equal(
    [left, used, fresh].map((name) => after.includes(name)),
    [false, true, true],
  );
});

test('judge :: an exercise with invented data is graded by the time of the snapshot', async () => {
  const { judge, close } = openJudge({ now: () => GRADED_MS });
  const jokes = { kind: '.ts', source: read('solutions/exercise-jokes.ts') } as const;
  const result = await judge(await data('exercise-jokes'), jokes);
  assert.equal([result.verdict, result.hasRun], ['passed', true]);
  close();
});

test('seed :: what the grader gets cannot be guessed from what is told', () => {
  assert.is(gradingSeed('a seed'), gradingSeed('a seed'));
  assert.is.not(gradingSeed('a seed'), gradingSeed('b seed'));
  assert.ok(Number.isSafeInteger(gradingSeed('a seed')) && gradingSeed('a seed') >= 0);
});

test.run();
