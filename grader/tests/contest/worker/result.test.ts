import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { resultOf } from '../../../contest/worker/result.ts';
import type { Report, Row } from '../../../report/report.ts';
import { reports } from '../../report/reports.ts';

const test = suite('contest worker :: result');

const row = (part: string, trial: string, outcome: Row['outcome'], more: Partial<Row> = {}): Row => ({
  ...{ part, trial, outcome, tier: 'hidden', title: trial, worth: 10, points: outcome === 'passed' ? 10 : 0 },
  ...more,
});

const [base] = Object.values(reports);
if (base === undefined) throw new Error('there are sample reports');

const report = (rows: readonly Row[]): Report => ({
  ...base,
  rows,
  points: 20,
  worth: 60,
  verdict: 'not yet',
});

test('result :: visible by part, hidden by trial, each mistake once', () => {
  const mistake = { id: 'utc-hours', says: 'hours of UTC' };
  const finding = { says: 'differs by 7.25 µg/m³', expected: '7.25', mistake };
  const rows = [
    row('hourly', 'visible', 'passed', { tier: 'visible' }),
    row('daily', 'visible', 'failed', { tier: 'visible', finding }),
    row('hourly', 'values', 'passed'),
    row('daily', 'values', 'failed', { finding }),
    row('hourly', 'day', 'passed'),
    row('daily', 'day', 'unchecked', { why: 'the sandbox broke' }),
    row('hourly', '429', 'passed', { tier: 'robust' }),
  ];
  assert.equal(resultOf(report(rows), { hasRun: true, gradedMs: 7 }), {
    verdict: 'not yet',
    points: 20,
    worth: 60,
    visiblePoints: 10,
    visible: { hourly: 'passed', daily: 'failed' },
    hidden: { values: 'failed', day: 'unchecked', 429: 'passed' },
    mistakes: ['utc-hours'],
    hasRun: true,
    gradedMs: 7,
  });
});

test('result :: holds no data of a hidden trial', () => {
  const rows = [
    row('daily', 'values', 'failed', { finding: { says: 'differs', expected: '7.25', actual: '8.5' } }),
  ];
  assert.not.match(JSON.stringify(resultOf(report(rows), { hasRun: true, gradedMs: 0 })), /7\.25|8\.5/);
});

test.run();
