import type { Exercise, Finding, PartVerdict, Trial } from '../exercise.ts';
import { partName } from '../part-name.ts';
import type { Report, Row } from './report.ts';

/** What was found in one trial, by part id. Absent: the trial did not run. */
export type Verdicts = ReadonlyMap<string, ReadonlyMap<string, PartVerdict>>;

/** Everything about a grading that is not a verdict. */
export type Circumstances = Pick<
  Report,
  'answer' | 'data' | 'sandbox' | 'seed' | 'tookMs' | 'gradedAt' | 'output' | 'advice'
> &
  Pick<Partial<Report>, 'clock' | 'trouble'>;

/** Points of one part in one trial, after the gate. */
export type PointsOf = (trial: Trial, part: string) => number;

/**
 * Makes the one record that every face of the report shows. Pure.
 * Hidden and robust rows name the mistake but never carry the data, except when such a trial was run alone: that is a
 * replay, asked for to see the case.
 */
export function composeReport(
  exercise: Exercise,
  verdicts: Verdicts,
  {
    pointsOf,
    verdict,
    points,
    worth,
  }: { pointsOf: PointsOf; verdict: Report['verdict']; points: number; worth: number },
  circumstances: Circumstances,
): Report {
  const isReplay = verdicts.size === 1;
  const rows = exercise.trials.flatMap((trial) =>
    exercise.parts.flatMap((part) => {
      const worth = trial.points[part.id];
      return worth === undefined
        ? []
        : [row({ trial, part: part.id, points: pointsOf(trial, part.id), worth, isReplay }, verdicts)];
    }),
  );
  return {
    format: 'airlab-report-1',
    exercise: { name: exercise.name, title: exercise.title },
    verdict,
    points,
    worth,
    rows,
    parts: exercise.parts,
    next: nextStep(exercise, rows, verdict),
    ...circumstances,
  };
}

interface Place {
  readonly trial: Trial;
  readonly part: string;
  readonly points: number;
  readonly worth: number;
  readonly isReplay: boolean;
}

function row({ trial, part, points, worth, isReplay }: Place, verdicts: Verdicts): Row {
  const verdict = verdicts.get(trial.id)?.get(part);
  const base = { part, trial: trial.id, tier: trial.tier, title: trial.title, points, worth };
  if (verdict === undefined)
    return { ...base, outcome: 'unchecked', why: 'not run: the visible data comes first' };
  switch (verdict.kind) {
    case 'passed':
      return { ...base, outcome: 'passed' };
    case 'failed':
      return {
        ...base,
        outcome: 'failed',
        finding: trial.tier === 'visible' || isReplay ? verdict.finding : withoutData(verdict.finding),
      };
    case 'unchecked':
      return { ...base, outcome: 'unchecked', why: verdict.why };
  }
}

function withoutData({ says, mistake }: Finding): Finding {
  return mistake
    ? { says: 'differs on changed data', mistake }
    : { says: /\d/.test(says) ? 'differs on changed data' : says };
}

function nextStep(exercise: Exercise, rows: readonly Row[], verdict: Report['verdict']): string {
  if (verdict === 'could not check')
    return 'Try again when the cause named above is gone. This is not your fault.';
  const command = `grade ${exercise.name}`;
  const failed = ['visible', 'hidden', 'robust'].flatMap((tier) =>
    rows.filter((one) => one.tier === tier && one.outcome === 'failed'),
  );
  const [first] = failed;
  const part = exercise.parts.find(({ id }) => id === first?.part);
  if (!first || !part)
    return verdict === 'passed'
      ? `All done. Compare with the model: grade solution ${exercise.name}`
      : `Run ${command} again.`;
  const name = partName(exercise.parts, part.id);
  if (first.tier === 'visible') return `Correct ${name}, save, and run ${command} again.`;
  if (first.tier === 'hidden')
    return `Find out why ${name} differs: grade replay ${exercise.name} ${first.trial}`;
  if (first.finding?.mistake?.id === 'made-up')
    return `When the service fails, let ${name} throw an error instead of giving numbers; then ${command}.`;
  return `For the robustness points: let ${name} survive "${first.title}". See grade hint ${exercise.name}.`;
}
