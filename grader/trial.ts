import type { Exercise, PartVerdict, Trial, World } from './exercise.ts';
import { askGraph, type GraphQuestions } from './graphs/ask.ts';
import { engineCommand, engineFiles } from './graphs/box.ts';
import { airlabHome } from './home.ts';
import { askQueries, queryRunner } from './queries/ask.ts';
import { machineBox } from './sandbox/layers.ts';
import { type CompiledAnswer, type Run, runAnswer } from './sandbox/run.ts';
import type { Standby } from './sandbox/standby.ts';
import { withFault } from './upstream/faults.ts';
import { openMeteo } from './upstream/open-meteo.ts';

/** One trial, run and judged. */
export interface TrialResult {
  readonly trial: Trial;
  readonly run: Run;
  /** By part id. */
  readonly verdicts: ReadonlyMap<string, PartVerdict>;
}

/** What all trials of one grading share. */
export interface TrialSetting {
  readonly exercise: Exercise;
  /** The sealed data, unchanged. */
  readonly base: World;
  readonly seed: number;
  readonly standby?: Standby;
}

/** @default false */
interface Sharing {
  /** Whether a child that ran this answer before may be tried first. */
  readonly mayShare?: boolean;
}

/** A query of the course needs 0.1 s; one that never ends need not be waited for. */
const QUERY_LIMITS = { cpuS: 2 };

export const hasPassed = ({ verdicts }: TrialResult): boolean =>
  [...verdicts.values()].every(({ kind }) => kind === 'passed');

/**
 * Runs the answer in the sandbox on one view of the data and judges every part of it. When the sandbox itself breaks
 * the run is repeated once; if it breaks again the parts are unchecked, which costs the student nothing.
 *
 * A trial passes only by values that follow from its own data, so it makes no difference where an answer gave them: in
 * a process that ran it before, which is fast, too. Any other verdict counts only from a process of its own.
 */
export async function runTrial(
  compiled: CompiledAnswer,
  trial: Trial,
  { mayShare = false, ...setting }: TrialSetting & Sharing,
): Promise<TrialResult> {
  if (mayShare) {
    const shared = await runAndJudge(compiled, trial, { ...setting, mayShare });
    if (hasPassed(shared)) return shared;
  }
  return runAndJudge(compiled, trial, setting);
}

const askCypher = async (answered: Run, questions: GraphQuestions): Promise<Run> =>
  askGraph(answered, questions, { command: engineCommand(await machineBox(), engineFiles(airlabHome())) });

async function runAndJudge(
  compiled: CompiledAnswer,
  trial: Trial,
  { exercise, base, seed, standby, mayShare = false }: TrialSetting & Sharing,
): Promise<TrialResult> {
  const world = trial.change(base, seed);
  const once = async (): Promise<Run> => {
    const answered = await runAnswer(compiled, {
      mayShare,
      calls: exercise.calls(world, trial),
      nowMs: world.nowMs,
      upstream: withFault(trial.fault, (exercise.upstream ?? openMeteo)(world), seed),
      ...(standby ? { standby } : {}),
    });
    if (exercise.graph !== undefined) return askCypher(answered, exercise.graph(world, trial));
    if (exercise.database === undefined) return answered;
    return askQueries(answered, {
      script: exercise.database(world, trial),
      runner: queryRunner(airlabHome()),
      run: (program, calls) =>
        runAnswer(program, {
          calls,
          nowMs: world.nowMs,
          upstream: () => ({ kind: 'hang' }),
          limits: QUERY_LIMITS,
        }),
    });
  };
  const first = await once();
  const run = first.ending.kind === 'broken' ? await once() : first;
  const judged = exercise.parts
    .filter((part) => part.id in trial.points)
    .map((part): [string, PartVerdict] => {
      if (run.ending.kind === 'broken') return [part.id, { kind: 'unchecked', why: run.ending.says }];
      return [part.id, exercise.judge(part, run.outcomes, { trial, world, base, requests: run.requests })];
    });
  return { trial, run, verdicts: new Map(judged) };
}
