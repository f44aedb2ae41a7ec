import { partName } from '../part-name.ts';
import type { Report, Row } from './report.ts';

/** One reason why a kind of check failed. */
interface FailedKind {
  readonly trial: string;
  readonly title: string;
  readonly says: string;
}

/** The checks of one tier, by trial: a kind is a trial, whatever number of parts it judges. */
export interface TierSummary {
  /** Checks (rows). */
  readonly total: number;
  readonly passed: number;
  readonly kinds: number;
  /** Trials of which at least one part failed. */
  readonly failed: readonly string[];
  /** Why they failed, in words; trials that fail for the same reason share a line. */
  readonly reasons: readonly string[];
  /** Kinds of which nothing was judged. */
  readonly unchecked: number;
  /** Why the unchecked kinds were not run. */
  readonly why: string;
}

/** Counts that the faces of the report share. */
export interface Summary {
  readonly visible: TierSummary;
  readonly hidden: TierSummary;
  readonly robust: TierSummary;
  /** Points of passed checks that the gate keeps back. */
  readonly heldBack: number;
}

/**
 * Folds the rows to counts. Pure.
 *
 * @example summary(report).hidden.failed // ['nulls']
 */
export function summary(report: Report): Summary {
  const passed = report.rows.filter(({ outcome }) => outcome === 'passed');
  return {
    visible: tier(report, 'visible'),
    hidden: tier(report, 'hidden'),
    robust: tier(report, 'robust'),
    heldBack: passed.reduce((sum, { worth, points }) => sum + worth - points, 0),
  };
}

/** The rows of one tier under the part that they judge, in the order of the parts. */
export function rowsByPart(
  report: Report,
  of: Row['tier'],
): { readonly part: Report['parts'][number]; readonly rows: readonly Row[] }[] {
  return report.parts
    .map((part) => ({ part, rows: report.rows.filter((row) => row.part === part.id && row.tier === of) }))
    .filter(({ rows }) => rows.length > 0);
}

function tier(report: Report, of: Row['tier']): TierSummary {
  const rows = report.rows.filter((row) => row.tier === of);
  const kinds = [...new Set(rows.map(({ trial }) => trial))].map((trial) =>
    rows.filter((row) => row.trial === trial),
  );
  const failed = kinds.flatMap((kind) => failuresOf(kind, report));
  const unchecked = kinds.filter((kind) => kind.every(({ outcome }) => outcome === 'unchecked'));
  return {
    total: rows.length,
    passed: rows.filter(({ outcome }) => outcome === 'passed').length,
    kinds: kinds.length,
    failed: [...new Set(failed.map(({ trial }) => trial))],
    reasons: byReason(failed),
    unchecked: unchecked.length,
    why: unchecked[0]?.[0]?.why ?? 'not run',
  };
}

/**
 * Why a kind failed, once for each reason, with the functions when it is not all of them. Parts build on each other:
 * when a mistake is named, what merely differs because of it is not said again.
 */
function failuresOf(kind: readonly Row[], report: Report): FailedKind[] {
  const failed = kind.filter(({ outcome }) => outcome === 'failed');
  const named = failed.filter(({ finding }) => finding?.mistake);
  const telling = named.length > 0 ? named : failed;
  return [...new Set(telling.map(reasonOf))].map((reason) => {
    const rows = telling.filter((row) => reasonOf(row) === reason);
    const functions = rows.map((row) => partName(report.parts, row.part));
    const where = rows.length < kind.length ? `${functions.join(', ')}: ` : '';
    return { trial: kind[0]?.trial ?? '', title: kind[0]?.title ?? '', says: where + reason };
  });
}

function reasonOf({ finding }: Row): string {
  return finding?.mistake ? `consistent with ${finding.mistake.says}` : (finding?.says ?? 'differs');
}

function byReason(failed: readonly FailedKind[]): string[] {
  return [...new Set(failed.map(({ says }) => says))].map((says) => {
    const titles = failed.filter((kind) => kind.says === says).map(({ title }) => title);
    return `${titles.join(', ')}: ${says}`;
  });
}
