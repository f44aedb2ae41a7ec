import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../src/classroom/simulated/index.ts';
import { exercise } from '../checks/exercise-pm25.ts';
import { grade } from '../grade.ts';
import { inLanes } from '../lanes.ts';
import type { Report } from '../report/report.ts';
import { answerWith } from './answers/base.ts';
import { type Expected, zoo } from './answers/expected.ts';
import { outcomesHere } from './judge/run-here.ts';

/** The day on which the hard-coded answers were written. */
const NOW = Date.parse('2026-11-24T09:20:00Z');
const LANES = 2;

const folder = fileURLToPath(new URL('answers', import.meta.url));
const frozenFile = join(folder, 'frozen.json');
/** No answers themselves: what they share, and the table. */
const SHARED = ['base.ts', 'expected.ts', 'frozen.json'];

const root = mkdtempSync(join(tmpdir(), 'airlab-zoo-'));
const test = suite('zoo');

test.after(() => rmSync(root, { recursive: true, force: true }));

test('table :: every answer is in it, and every row has an answer', () => {
  const files = readdirSync(folder).filter((name) => !SHARED.includes(name));
  assert.equal(files.sort(), Object.keys(zoo).sort());
});

test('frozen numbers :: are those of the visible data', async () => {
  const now = JSON.stringify(await frozen());
  if (process.env.FREEZE === '1') writeFileSync(frozenFile, now);
  assert.ok(
    readFileSync(frozenFile, 'utf8') === now,
    'The simulated data changed. Write them again: FREEZE=1 node --import tsx grader/tests/zoo.test.ts',
  );
});

test('grading :: every answer gets what the table says', async () => {
  const names = Object.keys(zoo).filter((name) => name.includes(process.env.ZOO ?? ''));
  const results = await inLanes(names, check, { lanes: LANES, stop: () => false });
  const differences = results.flatMap((result) => result ?? []);
  assert.equal(differences, []);
});

/** One line for each thing that is not as expected. */
async function check(name: string): Promise<readonly string[]> {
  const expected = zoo[name];
  if (expected === undefined) return [`${name}: not in the table`];
  const report = await grade({
    exercise: exercise.name,
    root,
    file: join(folder, name),
    mode: 'offline',
    now: () => NOW,
  });
  return differences(report, expected).map((line) => `${name}: ${line}`);
}

function differences({ verdict, points, rows, output }: Report, expected: Expected): string[] {
  const { points: wanted, mistake, also = [], says, prints } = expected;
  const [least, most] = typeof wanted === 'number' ? [wanted, wanted] : wanted;
  const findings = rows.flatMap((row) => (row.outcome === 'failed' ? (row.finding ?? []) : []));
  const named = [...new Set(findings.flatMap((finding) => finding.mistake?.id ?? []))];
  const [first] = findings;
  const about = (what: string) =>
    `${what}; ${verdict}, ${points} points, named: ${named.join(', ') || 'nothing'}; first: ${first?.says ?? 'nothing failed'}`;
  return [
    ...(verdict === expected.verdict ? [] : [about(`expected "${expected.verdict}"`)]),
    ...(points >= least && points <= most ? [] : [about(`expected ${least} to ${most} points`)]),
    ...(mistake === undefined || named.includes(mistake) ? [] : [about(`expected the mistake ${mistake}`)]),
    ...named
      .filter((id) => id !== mistake && !also.includes(id))
      .map((id) => about(`did not expect the mistake ${id}`)),
    ...(says === undefined || says.test(`${first?.says} ${first?.actual ?? ''}`)
      ? []
      : [about(`expected ${says}`)]),
    ...(prints?.never.test(output) ? [about(`printed ${output.slice(0, 200)}`)] : []),
  ];
}

/** What a right answer gives for the visible data. */
async function frozen(): Promise<unknown> {
  const world = { source: simulated({ seed: 1 }), nowMs: NOW, cities: exercise.cities };
  const [visible] = exercise.trials;
  if (visible === undefined) throw new Error('the exercise has no trials');
  const outcomes = await outcomesHere(answerWith(), exercise.calls(world, visible), world);
  const value = (id: string): unknown => {
    const outcome = outcomes.get(id);
    return outcome?.kind === 'value' ? outcome.value : undefined;
  };
  return {
    hourly: Object.fromEntries(exercise.cities.map(({ name }) => [name, value(`hourly:${name}`)])),
    compare: value('compare'),
    show: value('show'),
  };
}

test.run();
