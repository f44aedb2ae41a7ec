import { mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../report/report.ts';
import type { Kept } from './journal.ts';

/** What is needed of an earlier report to repeat it. */
export interface Receipt {
  readonly exercise: string;
  readonly seed: number;
  readonly answerPath: string;
  readonly gradedAt: string;
  readonly data: { readonly kind: string; readonly sha256: string; readonly takenAt: string };
  /** Parts that failed, in the order of the report. */
  readonly failedParts: readonly string[];
}

const MOST = 200;

export const receiptFolder = (root: string): string => join(root, '.airlab/receipts');

/** Keeps a report under its time. Of the receipts the newest 200 stay. */
export function keepReceipt(folder: string, report: Report): Kept {
  const name = report.gradedAt.replaceAll(/[:.]/g, '-');
  try {
    mkdirSync(folder, { recursive: true });
    writeUnder(folder, name, `${JSON.stringify(report, null, 2)}\n`);
    for (const old of receiptNames(folder).slice(MOST)) unlinkSync(join(folder, old));
    return { kept: true };
  } catch (error) {
    return { kept: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** The newest readable receipt of an exercise. */
export function latestReceipt(folder: string, exercise: string): Receipt | undefined {
  for (const name of receiptNames(folder)) {
    const receipt = readReceipt(join(folder, name));
    if (receipt?.exercise === exercise) return receipt;
  }
  return undefined;
}

/** Two gradings may end in the same millisecond. */
function writeUnder(folder: string, name: string, text: string): void {
  for (let number = 1; ; number += 1) {
    try {
      writeFileSync(join(folder, `${name}${number === 1 ? '' : `_${number}`}.json`), text, { flag: 'wx' });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** Newest first: the names begin with the time. */
function receiptNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{4}-.*\.json$/.test(name))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}

function readReceipt(path: string): Receipt | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isReport(value)) return undefined;
    const { exercise, seed, answer, gradedAt, data, rows } = value;
    const failedParts = rows.filter(({ outcome }) => outcome === 'failed').map(({ part }) => part);
    return {
      exercise: exercise.name,
      seed,
      answerPath: answer.path,
      gradedAt,
      data: { kind: data.kind, sha256: data.sha256, takenAt: data.takenAt },
      failedParts: [...new Set(failedParts)],
    };
  } catch {
    // A receipt that was cut short by a power failure is as good as none.
    return undefined;
  }
}

function isReport(value: unknown): value is Report {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'airlab-report-1' &&
    'rows' in value &&
    Array.isArray(value.rows)
  );
}
