import type { Report } from '../../report/report.ts';
import type { Result } from '../event.ts';

type Outcome = Result['visible'][string];

/**
 * What the contest counts of a report, without the data of the trials. Pure.
 *
 * @example resultOf(report, { hasRun: true, gradedMs: 0 }).visible // { hourly: 'passed', daily: 'failed' }
 */
export function resultOf(
  { verdict, points, worth, rows }: Report,
  { hasRun, gradedMs }: Pick<Result, 'hasRun' | 'gradedMs'>,
): Result {
  const visible = rows.filter(({ tier }) => tier === 'visible');
  const others = rows.filter(({ tier }) => tier !== 'visible');
  const trials = [...new Set(others.map(({ trial }) => trial))];
  const outcomeOf = (trial: string): Outcome =>
    worst(others.filter((row) => row.trial === trial).map(({ outcome }) => outcome));
  return {
    verdict,
    points,
    worth,
    visiblePoints: visible.reduce((sum, row) => sum + row.points, 0),
    visible: Object.fromEntries(visible.map(({ part, outcome }) => [part, outcome])),
    hidden: Object.fromEntries(trials.map((trial) => [trial, outcomeOf(trial)])),
    mistakes: [...new Set(rows.flatMap(({ finding }) => finding?.mistake?.id ?? []))],
    hasRun,
    gradedMs,
  };
}

function worst(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('failed')) return 'failed';
  return outcomes.includes('unchecked') ? 'unchecked' : 'passed';
}
