import type { Finding, Outcome, PartVerdict } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { isRecord } from '../../judge/readings.ts';
import type { Mistake } from '../../judge/setting.ts';
import { noRows } from '../../queries/no-rows.ts';
import type { Air } from './air.ts';
import { SLIPS_SAY } from './mistakes.ts';
import { type Cell, type PartId, type Row, rowsOf, SLIPS } from './rows.ts';

export interface SqlJudging {
  readonly air: Air;
  /** The visible air, so that rows that were copied can be named. */
  readonly base: Air;
  readonly isVisible: boolean;
}

/** The columns of each part, in order. Their names are free. */
const COLUMNS: Readonly<Record<PartId, readonly string[]>> = {
  stations: ['city', 'station', 'hours', 'mean'],
  smoky: ['city', 'mean'],
  days: ['city', 'day', 'mean'],
  rises: ['station_id', 'time_utc', 'rise'],
};

/** Only the smoky cities are asked for in an order: the highest first, and equal ones in any. */
const SORTED_BY: Partial<Record<PartId, number>> = { smoky: 1 };

/** Rounding to one digit is fine. */
const TOLERANCE = 0.051;

/** Judges what a query gave by its rows alone. Pure. */
export function judgeSql(part: PartId, outcome: Outcome | undefined, judging: SqlJudging): PartVerdict {
  if (outcome?.kind === 'unfinished' || outcome?.kind === 'threw') return failed(noRows(outcome));
  if (outcome?.kind !== 'value') return failed(noValue(outcome));
  const rows = rowsIn(outcome.value);
  if (rows === undefined) return failed({ says: 'gives no text of SQL' });
  const right = rowsOf(part, judging.air);
  if (sameRows(rows, right) && isSorted(part, rows)) return { kind: 'passed' };
  if (rows.length === 0 && right.length > 0) return failed({ says: 'gives no rows' });
  const mistake = mistakeIn(part, rows, judging);
  const finding = difference(part, rows, right);
  return failed({
    ...(judging.isVisible ? finding : { says: finding.says }),
    ...(mistake === undefined ? {} : { mistake }),
  });
}

const failed = (finding: Finding): PartVerdict => ({ kind: 'failed', finding });

function rowsIn(value: unknown): readonly Row[] | undefined {
  if (!isRecord(value) || !Array.isArray(value.rows)) return undefined;
  const rows: readonly unknown[] = value.rows;
  return rows.map((row) => (Array.isArray(row) ? row.map(cellOf) : []));
}

const cellOf = (cell: unknown): Cell => (typeof cell === 'number' || typeof cell === 'string' ? cell : null);

/** The same rows in any order, numbers to one digit. */
function sameRows(rows: readonly Row[], right: readonly Row[]): boolean {
  if (rows.length !== right.length) return false;
  const [own, wanted] = [sorted(rows), sorted(right)];
  return wanted.every((row, index) => sameRow(own[index], row));
}

function sameRow(own: Row | undefined, right: Row): boolean {
  return own?.length === right.length && right.every((cell, index) => sameCell(own[index] ?? null, cell));
}

const sameCell = (own: Cell, right: Cell): boolean =>
  typeof own === 'number' && typeof right === 'number' ? Math.abs(own - right) <= TOLERANCE : own === right;

/** By their texts and whole numbers, which name a row in each part; means are left out, they may be rounded. */
function sorted(rows: readonly Row[]): Row[] {
  const key = (row: Row): string =>
    row.map((cell) => (typeof cell === 'string' || Number.isInteger(cell) ? String(cell) : '')).join('|');
  const name = (row: Row): string => row.filter((cell) => typeof cell === 'string').join('|');
  return [...rows].sort(
    (a, b) => name(a).localeCompare(name(b)) || Number(a[0]) - Number(b[0]) || key(a).localeCompare(key(b)),
  );
}

function isSorted(part: PartId, rows: readonly Row[]): boolean {
  const column = SORTED_BY[part];
  if (column === undefined) return true;
  return rows.every(
    (row, index) => Number(rows[index - 1]?.[column] ?? Infinity) >= Number(row[column]) - 1e-9,
  );
}

function mistakeIn(
  part: PartId,
  rows: readonly Row[],
  { air, base, isVisible }: SqlJudging,
): Mistake | undefined {
  const right = rowsOf(part, air);
  if (sameRows(rows, right)) return SLIPS_SAY['other-order'];
  if (!isVisible && sameRows(rows, rowsOf(part, base))) return SLIPS_SAY.frozen;
  const fits = SLIPS[part].find((slip) => {
    const slipped = rowsOf(part, air, slip);
    return !sameRows(slipped, right) && sameRows(rows, slipped);
  });
  if (fits !== undefined) return SLIPS_SAY[fits];
  // Without GROUP BY the other columns are those of any row.
  if (SLIPS[part].includes('no-group-by') && rows.length === 1 && right.length !== 1)
    return SLIPS_SAY['no-group-by'];
  if (
    right.length > 0 &&
    rows.length > right.length &&
    right.every((row) => rows.some((own) => sameRow(own, row)))
  )
    return SLIPS_SAY['rows-too-many'];
  return undefined;
}

/** What differs; numbers only in `expected` and `actual`, which hidden data never shows. */
function difference(part: PartId, rows: readonly Row[], right: readonly Row[]): Finding {
  const wanted = COLUMNS[part];
  const width = rows[0]?.length ?? 0;
  if (width !== wanted.length)
    return {
      says: 'gives other columns',
      expected: `${wanted.length}: ${wanted.join(', ')}`,
      actual: `${width}`,
    };
  if (sameRows(rows, right)) return { says: 'gives the right rows in another order' };
  if (rows.length !== right.length)
    return {
      says: rows.length < right.length ? 'rows are missing' : 'there are too many rows',
      expected: `${right.length} rows`,
      actual: `${rows.length} rows`,
    };
  const [own, other] = [sorted(rows), sorted(right)];
  const at = other.findIndex((row, index) => !sameRow(own[index], row));
  return { says: 'a row has other values', expected: text(other[at]), actual: text(own[at]) };
}

const text = (row: Row = []): string =>
  row.map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(2)) : (cell ?? 'NULL'))).join(' · ');
