import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSnapshot } from '../../../src/classroom/snapshot-file.ts';
import { isAirlabError } from '../../../src/errors.ts';
import { readyAnswer } from '../../answer/answer.ts';
import { findAnswer } from '../../answer/find.ts';
import { grade } from '../../grade.ts';
import { airlabHome } from '../../home.ts';
import type { Report } from '../../report/report.ts';
import { Standby } from '../../sandbox/standby.ts';
import type { Result } from '../event.ts';
import { type ContestData, gradingSeed } from '../store/contests.ts';
import type { SourceKind } from '../store/submissions.ts';
import { resultOf } from './result.ts';

/** A source text as it was submitted. */
export interface Source {
  readonly kind: SourceKind;
  readonly source: string;
}

/** Grades on the data of a contest. One answer at a time: two would share the machine and its time limits. */
export interface Judge {
  readonly judge: (data: ContestData, source: Source) => Promise<Result>;
  readonly close: () => void;
}

/**
 * Opens a judge with a folder of its own and children that wait behind their walls. The same source on the same contest
 * gets the same result, on every machine. `could not check` means that the sandbox broke, never that the answer is wrong.
 *
 * @example
 * const { judge, close } = openJudge({ now: database.now });
 * const result = await judge(await loadContest(database, contest), source);
 */
export function openJudge({ now }: { readonly now: () => number }): Judge {
  const home = airlabHome();
  const root = mkdtempSync(join(tmpdir(), 'airlab-judge-'));
  // Answers import packages as in the repository.
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'), 'junction');
  const standby = new Standby();
  const snapshots = new Map<string, string>();
  const tools: Tools = { home, root, standby, now, snapshotOf: keeper(root, snapshots) };
  const state: { last: Promise<unknown> } = { last: Promise.resolve() };
  return {
    judge: (data, source) => {
      const result = state.last.then(() => judgeOne(data, source, tools));
      state.last = result.catch(() => undefined);
      return result;
    },
    close: () => {
      standby.end();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

interface Tools {
  readonly home: string;
  readonly root: string;
  readonly standby: Standby;
  readonly now: () => number;
  readonly snapshotOf: (data: ContestData) => string;
}

/** Writes the snapshot of each contest once, where `grade` reads and verifies it. */
function keeper(root: string, paths: Map<string, string>): Tools['snapshotOf'] {
  return ({ contest, snapshot }) => {
    const known = paths.get(contest);
    if (known !== undefined) return known;
    const path = join(root, `${snapshot.sha256}.json`);
    writeSnapshot(path, snapshot);
    paths.set(contest, path);
    return path;
  };
}

async function judgeOne(data: ContestData, { kind, source }: Source, tools: Tools): Promise<Result> {
  const { root, standby, now, snapshotOf } = tools;
  const snapshotFile = snapshotOf(data);
  const folder = join(root, 'answer');
  const file = join(folder, `answer${kind}`);
  mkdirSync(folder);
  try {
    writeFileSync(file, source);
    const report = await grade({
      exercise: data.exercise,
      root,
      file,
      snapshotFile,
      seed: gradingSeed(data.seed),
      // Data that is made by the clock is the same each time as well.
      now: () => Date.parse(data.snapshot.takenAt),
      standby,
    });
    return resultOf(report, { hasRun: await hasRun(report, file, tools), gradedMs: now() });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    standby.fill();
  }
}

/** A report does not say whether the answer was compiled. Only when nothing but the visible trial was judged it is asked. */
async function hasRun({ rows, parts }: Report, file: string, { home, root }: Tools): Promise<boolean> {
  if (rows.some(({ tier, outcome }) => (tier === 'visible' ? outcome !== 'failed' : outcome !== 'unchecked')))
    return true;
  const answer = findAnswer({ root, exercise: '', file });
  const exports = parts.map((part) => part.export);
  const tools = { child: join(home, 'grader/dist/notebook-child.js'), cache: join(root, '.airlab/cache') };
  try {
    await readyAnswer(answer, exports, tools);
    return true;
  } catch (error) {
    if (isAirlabError(error) && error.trouble === 'yours') return false;
    throw error;
  }
}
