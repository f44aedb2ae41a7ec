import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grade } from '../grade.ts';
import { inLanes } from '../lanes.ts';
import type { Report } from '../report/report.ts';
import { type Expected, zoo } from './answers/expected.ts';

/** The day on which the hard-coded answers were written. */
export const NOW = Date.parse('2026-11-24T09:20:00Z');
export const zooFolder = fileURLToPath(new URL('answers', import.meta.url));

/** Each grading keeps two processes busy; two of them fill the pauses of answers that wait for a limit. */
const LANES = 2;

/** Answers to the other exercises lie in a folder with the exercise's name. */
const exerciseOf = (name: string): string => /^(.+)\//.exec(name)?.[1] ?? 'exercise-pm25';

/**
 * Grades every answer of the zoo whose name begins so, in the real sandbox, and compares with the table.
 *
 * @returns one line for each thing that is not as expected.
 * @example await gradeZoo('right-') // ['right-csv.ts: expected "passed"; not yet, 0 points, …']
 */
export async function gradeZoo(prefix: string): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'airlab-zoo-'));
  try {
    const entries = Object.entries(zoo).filter(([name]) => name.startsWith(prefix));
    const check = async ([name, expected]: (typeof entries)[number]): Promise<string[]> => {
      const file = join(zooFolder, name);
      const report = await grade({ exercise: exerciseOf(name), root, file, mode: 'offline', now: () => NOW });
      return differences(report, expected).map((line) => `${name}: ${line}`);
    };
    const results = await inLanes(entries, check, { lanes: LANES, stop: () => false });
    if (results.length === 0) return [`no answer begins with ${prefix}`];
    return results.flatMap((lines) => lines ?? ['not graded']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Rows on hidden data may name a mistake, never a number of the data. */
function leaks(rows: Report['rows']): string[] {
  return rows
    .filter(({ tier }) => tier !== 'visible')
    .flatMap(({ finding }) => finding ?? [])
    .filter(({ says, expected, actual, series }) => /\d/.test(says) || expected || actual || series)
    .map(({ says }) => says);
}

function differences({ verdict, points, rows, output }: Report, expected: Expected): string[] {
  const { points: wanted, mistake, also = [], says, prints } = expected;
  const [least, most] = typeof wanted === 'number' ? [wanted, wanted] : wanted;
  const findings = rows.flatMap((row) => (row.outcome === 'failed' ? (row.finding ?? []) : []));
  const named = [...new Set(findings.flatMap((finding) => finding.mistake?.id ?? []))];
  const [first] = findings;
  const got =
    `${verdict}, ${points} points, named: ${named.join(', ') || 'nothing'}; ` +
    `first: ${first?.says ?? 'nothing failed'} ${first?.actual ?? ''}`;
  return [
    ...(verdict === expected.verdict ? [] : [`expected "${expected.verdict}"`]),
    ...(points >= least && points <= most ? [] : [`expected ${least} to ${most} points`]),
    ...(mistake === undefined || named.includes(mistake) ? [] : [`expected the mistake ${mistake}`]),
    ...named
      .filter((id) => id !== mistake && !also.includes(id))
      .map((id) => `did not expect the mistake ${id}`),
    ...(says === undefined || says.test(`${first?.says} ${first?.actual ?? ''}`) ? [] : [`expected ${says}`]),
    ...leaks(rows).map((says) => `shows hidden data: ${says}`),
    ...(prints?.never.test(output) ? [`printed ${JSON.stringify(output.slice(0, 200))}`] : []),
  ].map((line) => `${line}; ${got}`);
}
