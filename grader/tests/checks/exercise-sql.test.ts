import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../../src/classroom/simulated/index.ts';
import { type Air, airOf } from '../../checks/exercise-sql/air.ts';
import { judgeSql } from '../../checks/exercise-sql/judge.ts';
import { type PartId, type Row, rowsOf, SLIPS } from '../../checks/exercise-sql/rows.ts';
import { exercise } from '../../checks/exercise-sql.ts';
import type { Outcome, World } from '../../exercise.ts';

const PARTS: readonly PartId[] = ['stations', 'smoky', 'days', 'rises'];
const WORLD: World = { source: simulated({ seed: 1 }), nowMs: 0, cities: [] };

const test = suite('exercise-sql');

const worlds = (): { id: string; air: Air }[] =>
  exercise.trials.map(({ id, change }) => ({ id, air: airOf(change(WORLD, 1)) }));

const value = (rows: readonly Row[]): Outcome => ({ kind: 'value', value: { columns: [], rows } });
const judged = (part: PartId, rows: readonly Row[], air: Air) =>
  judgeSql(part, value(rows), { air, base: airOf(WORLD), isVisible: true });

test('rows :: right ones pass in every trial, in any order but where one is asked for', () => {
  for (const { id, air } of worlds())
    for (const part of PARTS) {
      const right = rowsOf(part, air);
      assert.is(judged(part, right, air).kind, 'passed', `${id} ${part}`);
      if (part !== 'smoky')
        assert.is(judged(part, [...right].reverse(), air).kind, 'passed', `${id} ${part}`);
    }
});

test('rows :: rounded to one digit pass', () => {
  const air = airOf(WORLD);
  for (const part of PARTS) {
    const rounded = rowsOf(part, air).map((row) =>
      row.map((cell) => (typeof cell === 'number' ? Math.round(cell * 10) / 10 : cell)),
    );
    assert.is(judged(part, rounded, air).kind, 'passed', part);
  }
});

test('ties :: equal cities may come in any order', () => {
  const air = worlds().find(({ id }) => id === 'ties')?.air ?? airOf(WORLD);
  const right = rowsOf('smoky', air);
  assert.is(right.length, 2);
  assert.is(judged('smoky', [...right].reverse(), air).kind, 'passed');
});

test('mistakes :: each shows in some trial, under its own name', () => {
  for (const part of PARTS)
    for (const slip of SLIPS[part]) {
      const names = worlds().map(({ air }) => {
        const verdict = judged(part, rowsOf(part, air, slip), air);
        return verdict.kind === 'failed' ? verdict.finding.mistake?.id : undefined;
      });
      assert.ok(names.includes(slip), `${part} ${slip}: ${names}`);
    }
});

test('mistakes :: all but one already show on the visible data', () => {
  const air = airOf(WORLD);
  for (const part of PARTS)
    for (const slip of SLIPS[part])
      if (slip !== 'at-least')
        assert.is(judged(part, rowsOf(part, air, slip), air).kind, 'failed', `${part} ${slip}`);
});

test.run();
