import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Exercise, PartVerdict, Trial } from '../../exercise.ts';
import { type Circumstances, composeReport } from '../../report/compose.ts';
import type { Report } from '../../report/report.ts';

const trial = (id: string, tier: Trial['tier']): Trial => ({
  id,
  title: `title of ${id}`,
  tier,
  points: { a: 10 },
  change: (world) => world,
});

const exercise: Exercise = {
  name: 'exercise-x',
  title: 'X',
  minutes: 15,
  parts: [{ id: 'a', title: 'Part A', export: 'partA' }],
  trials: [trial('visible', 'visible'), trial('values', 'hidden'), trial('slow', 'robust')],
  gate: 'values',
  hints: [],
  cities: [],
  calls: () => [],
  judge: () => ({ kind: 'passed' }),
};

const circumstances: Circumstances = {
  answer: { path: 'exercises/exercise-x.ts', sha256: 'abc' },
  data: {
    kind: 'simulated',
    label: 'simulated, seed 1',
    takenAt: '2026-11-24T12:00:00.000Z',
    sha256: 'def',
    licence: 'none',
  },
  sandbox: { layers: ['watchdog'] },
  seed: 1,
  tookMs: 5,
  gradedAt: '2026-11-24T12:00:00.000Z',
  output: '',
  advice: [],
};

const failed: PartVerdict = {
  kind: 'failed',
  finding: {
    says: 'partA differs from 2026-11-24T03:00Z on: expected 13.2, got 8.1',
    mistake: { id: 'utc-as-local', says: 'consistent with reading UTC as local time' },
    expected: '13.2',
    actual: '8.1',
    series: { hours: ['03:00'], expected: [13.2], actual: [8.1], partAt: 0, unit: 'µg/m³' },
  },
};

function compose(verdicts: Record<string, PartVerdict>, verdict: Report['verdict']): Report {
  const byTrial = new Map(Object.entries(verdicts).map(([id, one]) => [id, new Map([['a', one]])]));
  return composeReport(
    exercise,
    byTrial,
    { pointsOf: () => 0, verdict, points: 0, worth: 30 },
    circumstances,
  );
}

const test = suite('compose');

test('visible row :: carries the whole finding', () => {
  const [row] = compose({ visible: failed, values: failed, slow: failed }, 'not yet').rows;
  assert.equal(row?.finding, failed.kind === 'failed' ? failed.finding : undefined);
});

test('hidden and robust rows :: name the mistake, never the data', () => {
  const report = compose({ visible: failed, values: failed, slow: failed }, 'not yet');
  for (const row of report.rows.slice(1)) {
    assert.equal(row.finding, {
      says: 'differs on changed data',
      mistake: { id: 'utc-as-local', says: 'consistent with reading UTC as local time' },
    });
  }
  assert.not.match(JSON.stringify(report.rows.slice(1)), /13\.2|8\.1/);
});

test('rows that did not run :: unchecked, with the reason', () => {
  const report = compose({ visible: failed }, 'not yet');
  assert.equal(
    report.rows.map((row) => row.outcome),
    ['failed', 'unchecked', 'unchecked'],
  );
  assert.match(report.rows[1]?.why ?? '', /visible data comes first/);
});

test('next :: one step, the visible part first, then the hidden case, then robustness', () => {
  const passed: PartVerdict = { kind: 'passed' };
  assert.match(
    compose({ visible: failed, values: failed, slow: failed }, 'not yet').next,
    /^Correct partA, save/,
  );
  assert.match(
    compose({ visible: passed, values: failed, slow: failed }, 'not yet').next,
    /grade replay exercise-x values/,
  );
  assert.match(
    compose({ visible: passed, values: passed, slow: failed }, 'passed').next,
    /robustness points/,
  );
  assert.match(compose({ visible: passed, values: passed, slow: passed }, 'passed').next, /^All done/);
  assert.match(
    compose({ visible: { kind: 'unchecked', why: 'the sandbox broke' } }, 'could not check').next,
    /not your fault/,
  );
});

test.run();
