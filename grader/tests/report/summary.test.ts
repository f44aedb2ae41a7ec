import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Report, Row } from '../../report/report.ts';
import { summary } from '../../report/summary.ts';
import { reports } from './reports.ts';

function edited(edit: (row: Row) => Row): Report {
  const report = reports.passed;
  if (!report) throw new Error('no report');
  return { ...report, rows: report.rows.map(edit) };
}

const failed = (row: Row, says: string, mistake?: string): Row => ({
  ...row,
  outcome: 'failed',
  points: 0,
  finding: { says, ...(mistake === undefined ? {} : { mistake: { id: mistake, says: mistake } }) },
});

const test = suite('report :: summary');

test('kinds :: a trial is one, whatever number of parts', () => {
  const { hidden } = summary(edited((row) => (row.trial === 'nulls' ? failed(row, 'differs') : row)));
  assert.is(hidden.kinds, 4);
  assert.equal(hidden.failed, ['nulls']);
  assert.equal(hidden.reasons, ['Hours without a value: differs']);
});

test('mistake :: what merely differs because of it is not said again', () => {
  const { hidden } = summary(
    edited((row) => {
      if (row.trial !== 'nulls') return row;
      return row.part === 'hourly' ? failed(row, 'differs', 'counting a gap as 0') : failed(row, 'differs');
    }),
  );
  assert.equal(hidden.reasons, ['Hours without a value: hourlyPm25: consistent with counting a gap as 0']);
});

test('reasons :: different ones are both said, the same one once', () => {
  const { hidden } = summary(
    edited((row) => {
      if (row.tier !== 'hidden') return row;
      return failed(row, 'differs', row.part === 'hourly' ? 'a' : 'b');
    }),
  );
  assert.equal(hidden.reasons, [
    'Changed values, Another day, Hours without a value: hourlyPm25: consistent with a',
    'Changed values, Another day, Hours without a value: compareCities: consistent with b',
    'Cities swapped: consistent with b',
  ]);
});

test('unchecked :: counted when nothing of the kind was judged', () => {
  const { robust } = summary(
    edited((row) =>
      row.tier === 'robust' ? { ...row, outcome: 'unchecked', points: 0, why: 'no time' } : row,
    ),
  );
  assert.is(robust.unchecked, robust.kinds);
  assert.is(robust.why, 'no time');
});

test('held back :: points of passed checks that did not count', () => {
  assert.is(summary(edited((row) => row)).heldBack, 0);
  assert.is(summary(edited((row) => (row.tier === 'visible' ? { ...row, points: 0 } : row))).heldBack, 30);
});

test.run();
