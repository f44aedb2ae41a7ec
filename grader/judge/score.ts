import type { Exercise, PartVerdict, Trial } from '../exercise.ts';
import { MADE_UP } from './trouble.ts';

/** What was found, by trial id and part id. A trial that did not run is absent. */
type Verdicts = ReadonlyMap<string, ReadonlyMap<string, PartVerdict>>;

type Kind = PartVerdict['kind'] | undefined;

export interface Score {
  readonly points: number;
  readonly worth: number;
  readonly verdict: 'passed' | 'not yet' | 'could not check';
  readonly pointsOf: (trial: Trial, part: string) => number;
}

/**
 * Points and verdict. Pure.
 *
 * A part has points only when it passed the gate, the trial on changed values: a hard-coded answer passes the visible
 * data and scores 0. The verdict is `passed` when every part passed every visible and hidden trial; the robust trials
 * give points but nobody fails for want of a retry, only for made-up numbers. When nothing failed but something could not be checked, through
 * no fault of the student's, the verdict is `could not check`.
 *
 * @example score(exercise, new Map()).verdict // 'not yet'
 */
export function score(exercise: Exercise, verdicts: Verdicts): Score {
  const checks = exercise.trials.flatMap((trial) =>
    Object.entries(trial.points).map(([part, worth]) => ({ trial, part, worth })),
  );
  const verdictOn = (trial: string, part: string): PartVerdict | undefined => verdicts.get(trial)?.get(part);
  const kindOf = (trial: string, part: string): Kind => verdictOn(trial, part)?.kind;
  const pointsOf = (trial: Trial, part: string): number =>
    kindOf(trial.id, part) === 'passed' && kindOf(exercise.gate, part) === 'passed'
      ? (trial.points[part] ?? 0)
      : 0;
  const needed = checks
    .filter(({ trial, part }) => trial.tier !== 'robust' || isMadeUp(verdictOn(trial.id, part)))
    .map(({ trial, part }) => kindOf(trial.id, part));
  return {
    points: checks.reduce((sum, { trial, part }) => sum + pointsOf(trial, part), 0),
    worth: checks.reduce((sum, { worth }) => sum + worth, 0),
    verdict: verdictOf(needed),
    pointsOf,
  };
}

const isMadeUp = (verdict: PartVerdict | undefined): boolean =>
  verdict?.kind === 'failed' && verdict.finding.mistake?.id === MADE_UP.id;

function verdictOf(kinds: readonly Kind[]): Score['verdict'] {
  if (kinds.includes('failed')) return 'not yet';
  if (kinds.includes('unchecked')) return 'could not check';
  return kinds.includes(undefined) ? 'not yet' : 'passed';
}
