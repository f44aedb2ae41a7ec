import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../src/classroom/simulated/index.ts';
import { exercise } from '../checks/exercise-pm25.ts';
import { answerWith } from './answers/base.ts';
import { zoo } from './answers/expected.ts';
import { outcomesHere } from './judge/run-here.ts';
import { gradeZoo, NOW, zooFolder } from './zoo.ts';

/** No answers themselves: what they share, and the table. */
const SHARED = ['base.ts', 'expected.ts', 'frozen.json'];
const frozenFile = join(zooFolder, 'frozen.json');

const test = suite('zoo');

test('table :: every answer is in it, and every row has an answer', () => {
  const files = readdirSync(zooFolder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => /\.\w+$/.test(name) && !SHARED.includes(basename(name)));
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

test('right answers :: none fails', async () => {
  assert.equal(await gradeZoo('right-'), []);
});

/** What a right answer gives for the visible data. */
async function frozen(): Promise<unknown> {
  const world = { source: simulated({ seed: 1 }), nowMs: NOW, cities: exercise.cities };
  const visible = exercise.trials.find(({ tier }) => tier === 'visible');
  if (visible === undefined) throw new Error('the exercise has no visible trial');
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
