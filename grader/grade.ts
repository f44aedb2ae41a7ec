import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type AirlabError, isAirlabError, UsageError } from '../src/errors.ts';
import { type ReadyAnswer, readyAnswer } from './answer/answer.ts';
import { type AnswerFile, findAnswer } from './answer/find.ts';
import { sealTools } from './data.ts';
import type { Exercise, PartVerdict, Trial } from './exercise.ts';
import { loadExercise } from './exercises.ts';
import { airlabHome } from './home.ts';
import { advise } from './judge/manners.ts';
import { score } from './judge/score.ts';
import { inLanes } from './lanes.ts';
import { composeReport, type Verdicts } from './report/compose.ts';
import type { Report } from './report/report.ts';
import { layers, machineBox } from './sandbox/layers.ts';
import { Standby } from './sandbox/standby.ts';
import { readStarters } from './starters.ts';
import { hasPassed, runTrial, type TrialResult, type TrialSetting } from './trial.ts';
import { inventedSeal, type Seal, seal } from './upstream/seal.ts';

/** What to grade, on which data. The clock comes in, so that a test decides it. */
export interface GradeRequest {
  readonly exercise: string;
  /** The repository whose `exercises/` holds the answer and whose `.airlab/` keeps snapshots. */
  readonly root: string;
  /** Grade this file instead of `exercises/NAME.ts` or its notebook. */
  readonly file?: string;
  /** @default 'auto' */
  readonly mode?: 'auto' | 'live' | 'offline';
  readonly snapshotFile?: string;
  /** Decides the changed data and the faults: the same seed gives the same verdict. @default 1 */
  readonly seed?: number;
  readonly now: () => number;
  readonly onProgress?: (step: string) => void;
  /** Run this trial only and report it in full: `grade replay`. */
  readonly onlyTrial?: string;
  /** Children that were started before this; else grading starts its own. They are left to who started them. */
  readonly standby?: Standby;
}

type Reading =
  | { readonly kind: 'ready'; readonly answer: ReadyAnswer }
  | { readonly kind: 'unreadable'; readonly error: AirlabError };

/**
 * Grades one answer: load → find → seal → run → judge → report. Practice and competition call this function.
 * A file that cannot be compiled gets a report as well (not yet), because the student needs a next step.
 *
 * @throws UsageError for an unknown exercise, file or trial.
 * @throws OutsideError when `live` data or a named snapshot cannot be had.
 * @example (await grade({ exercise: 'exercise-pm25', root, now: Date.now })).verdict // 'not yet'
 */
export async function grade(request: GradeRequest): Promise<Report> {
  const { standby: own } = request;
  const standby = own ?? new Standby();
  try {
    return await gradeWith(standby, request);
  } finally {
    standby.endUsed();
    if (!own) standby.end();
  }
}

const lanes = (): number => Math.max(2, availableParallelism());

async function gradeWith(standby: Standby, request: GradeRequest): Promise<Report> {
  const { root, now, seed = 1, onProgress = () => {} } = request;
  const startedMs = now();
  const exercise = await loadExercise(request.exercise);
  const answer = findAnswer({ ...request, starters: readStarters(airlabHome(), exercise.name) });
  onProgress('compiling your answer and sealing the data');
  // The walls are looked for while the compiler works in its own process.
  const [reading, data] = await Promise.all([
    read(answer, exercise, root),
    sealData(request, exercise),
    machineBox(),
  ]);

  onProgress('running your answer on changed data');
  const setting = {
    exercise,
    seed,
    base: { source: data.source, nowMs: data.nowMs, cities: exercise.cities },
    standby,
  };
  const results = reading.kind === 'ready' ? await runTrials(reading.answer, setting, request.onlyTrial) : [];
  const verdicts = reading.kind === 'ready' ? byTrial(results) : unreadable(exercise, reading.error);
  const shown = results.find(({ trial }) => trial.tier === 'visible') ?? results[0];
  return composeReport(exercise, verdicts, score(exercise, verdicts), {
    answer: { path: answer.shown, sha256: createHash('sha256').update(answer.source).digest('hex') },
    data: dataLine(data),
    advice: [
      answer.notice ?? [],
      reading.kind === 'ready' ? reading.answer.remarks : [],
      // It knows what Open-Meteo needs; other services are judged by their own exercises.
      exercise.upstream === undefined ? advise(shown?.run.requests ?? []) : [],
    ].flat(),
    output: shown?.run.output ?? '',
    sandbox: layers(),
    seed,
    tookMs: now() - startedMs,
    gradedAt: new Date(startedMs).toISOString(),
  });
}

async function read(answer: AnswerFile, exercise: Exercise, root: string): Promise<Reading> {
  const tools = {
    child: join(airlabHome(), 'grader/dist/notebook-child.js'),
    cache: join(root, '.airlab/cache'),
  };
  try {
    return {
      kind: 'ready',
      answer: await readyAnswer(
        answer,
        exercise.parts.map((part) => part.export),
        tools,
      ),
    };
  } catch (error) {
    if (isAirlabError(error) && error.trouble === 'yours') return { kind: 'unreadable', error };
    throw error;
  }
}

function sealData(
  { root, now, mode = 'auto', snapshotFile }: GradeRequest,
  { invented }: Exercise,
): Promise<Seal> | Seal {
  const tools = sealTools(root, now);
  if (invented !== undefined) return inventedSeal(invented, tools);
  return seal({ mode, ...(snapshotFile === undefined ? {} : { snapshotFile }) }, tools);
}

/** The visible trial and the gate start first; when the visible one hits a limit, the others would only repeat it. */
async function runTrials(
  { compiled }: ReadyAnswer,
  setting: TrialSetting,
  only: string | undefined,
): Promise<TrialResult[]> {
  const trials =
    only === undefined ? setting.exercise.trials : setting.exercise.trials.filter(({ id }) => id === only);
  if (trials.length === 0) {
    const known = setting.exercise.trials.map(({ id }) => id).join(', ');
    throw new UsageError(
      `There is no trial "${only}" in ${setting.exercise.name}.`,
      `Trials: ${known}.`,
      'NO_TRIAL',
    );
  }
  const seen = { hopeless: false, failed: false };
  const run = async (trial: Trial): Promise<TrialResult> => {
    const isVisible = trial.tier === 'visible';
    const result = await runTrial(compiled, trial, { ...setting, mayShare: !isVisible && !seen.failed });
    if (!hasPassed(result)) seen.failed = true;
    if (isVisible && result.run.ending.kind === 'limit') seen.hopeless = true;
    return result;
  };
  const results = await inLanes(trials, run, {
    lanes: lanes(),
    stop: () => seen.hopeless,
  });
  return results.filter((result) => result !== undefined);
}

const byTrial = (results: readonly TrialResult[]): Verdicts =>
  new Map(results.map(({ trial, verdicts }) => [trial.id, verdicts]));

function unreadable(exercise: Exercise, error: AirlabError): Verdicts {
  const verdict: PartVerdict = { kind: 'failed', finding: { says: `${error.message} ${error.hint}` } };
  const visible = exercise.trials.filter(({ tier }) => tier === 'visible');
  return new Map(
    visible.map((trial) => [trial.id, new Map(Object.keys(trial.points).map((part) => [part, verdict]))]),
  );
}

function dataLine({ kind, label, nowMs, sha256, licence, notice }: Seal): Report['data'] {
  return {
    kind,
    label,
    takenAt: new Date(nowMs).toISOString(),
    sha256,
    licence,
    ...(notice === undefined ? {} : { notice }),
  };
}
