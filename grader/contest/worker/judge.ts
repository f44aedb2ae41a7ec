import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSnapshot } from '../../../src/classroom/snapshot-file.ts';
import { isAlive } from '../../../src/databases/embedded/postmaster.ts';
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
  const state: { tools: Tools | undefined; last: Promise<unknown> } = {
    tools: undefined,
    last: Promise.resolve(),
  };
  return {
    judge: (data, source) => {
      // At the first answer: a server that never grades needs none of it.
      state.tools ??= openTools(now);
      const tools = state.tools;
      const result = state.last.then(() => judgeOne(data, source, tools));
      state.last = result.catch(() => undefined);
      return result;
    },
    close: () => {
      if (!state.tools) return;
      state.tools.standby.end();
      rmSync(state.tools.root, { recursive: true, force: true });
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

function openTools(now: () => number): Tools {
  const home = airlabHome();
  removeLeft();
  const root = mkdtempSync(join(tmpdir(), `${FOLDERS}${process.pid}-`));
  // Answers import packages as in the repository.
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'), 'junction');
  return { home, root, standby: new Standby(), now, snapshotOf: keeper(root, new Map()) };
}

const FOLDERS = 'airlab-judge-';
const LEFT_MS = 3_600_000;

/** Folders of judges that were killed: an hour old, and the process with their number is gone. */
function removeLeft(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${FOLDERS}(\\d+)-`).exec(name)?.[1]);
    const folder = join(tmpdir(), name);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const ageMs = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (ageMs > LEFT_MS) rmSync(folder, { recursive: true, force: true });
  }
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
