import type { Report, Row } from './report.ts';

/** A kind of check of which at least one part failed. */
export interface FailedKind {
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
  readonly failed: readonly FailedKind[];
  /** The failed kinds in words; kinds that fail for the same reason share a line. */
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
 * @example summary(report).hidden.failed.map(({ trial }) => trial) // ['nulls']
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
  const failed = kinds.flatMap((kind) => failureOf(kind, report));
  const unchecked = kinds.filter((kind) => kind.every(({ outcome }) => outcome === 'unchecked'));
  return {
    total: rows.length,
    passed: rows.filter(({ outcome }) => outcome === 'passed').length,
    kinds: kinds.length,
    failed,
    reasons: byReason(failed),
    unchecked: unchecked.length,
    why: unchecked[0]?.[0]?.why ?? 'not run',
  };
}

/** One line for a kind that failed: its mistake or sentence, and the functions when it is not all of them. */
function failureOf(kind: readonly Row[], report: Report): readonly FailedKind[] {
  const failed = kind.filter(({ outcome }) => outcome === 'failed');
  const [first] = failed;
  if (!first) return [];
  const named = failed.find(({ finding }) => finding?.mistake)?.finding?.mistake;
  const reason = named ? `consistent with ${named.says}` : (first.finding?.says ?? 'differs');
  const names = failed.map((row) => report.parts.find(({ id }) => id === row.part)?.export ?? row.part);
  const where = failed.length < kind.length ? `${names.join(', ')}: ` : '';
  return [{ trial: first.trial, title: first.title, says: where + reason }];
}

function byReason(failed: readonly FailedKind[]): string[] {
  return [...new Set(failed.map(({ says }) => says))].map((says) => {
    const titles = failed.filter((kind) => kind.says === says).map(({ title }) => title);
    return `${titles.join(', ')}: ${says}`;
  });
}
