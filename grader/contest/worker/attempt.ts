import { setTimeout as pause } from 'node:timers/promises';
import type { Result } from '../event.ts';
import { type ContestData, loadContest } from '../store/contests.ts';
import { codeOf, type Database } from '../store/database.ts';
import { type Job, LEASE_MS } from '../store/queue.ts';
import { sourceOf, verdictOfSame } from '../store/sources.ts';
import type { Source } from './judge.ts';

/** How one attempt at a submission came out. `hung`: the judge never came back and is of no use any more. */
export type Attempt =
  | { readonly kind: 'judged'; readonly result: Result }
  | { readonly kind: 'failed' | 'hung'; readonly why: string };

export interface AttemptTools {
  readonly database: Database;
  readonly judge: (data: ContestData, source: Source) => Promise<Result>;
  readonly say: (line: string) => void;
  /** Contests that were loaded before. */
  readonly known: Map<string, ContestData>;
  /** Then it is given up, while the submission is still leased to us. */
  readonly gradingMs: number;
  /** Since when this code has been judging: verdicts of before may come from checks that were mended. */
  readonly sinceMs: number;
}

const AGAIN_MS = 250;

/** Grades the submission of a job. Whatever goes wrong is our trouble: it is told, never thrown. */
export async function tryJob({ contest, submission }: Job, tools: AttemptTools): Promise<Attempt> {
  const { database, judge, say, known, gradingMs, sinceMs } = tools;
  const limit = new AbortController();
  try {
    const data = known.get(contest) ?? (await untilReachable(() => loadContest(database, contest), say));
    known.set(contest, data);
    const source = await untilReachable(() => sourceOf(database, contest, submission), say);
    if (source === undefined) return { kind: 'failed', why: 'its source is missing' };
    // The same text on the same data has the same verdict, so it is judged once.
    const before = await untilReachable(() => verdictOfSame(database, contest, { submission, sinceMs }), say);
    if (before) return { kind: 'judged', result: before };
    const hung = pause(gradingMs, undefined, { signal: limit.signal, ref: false });
    const result = await Promise.race([judge(data, source), hung]);
    if (result === undefined) return { kind: 'hung', why: `not graded in ${gradingMs / 1000} s` };
    if (result.verdict === 'could not check') return { kind: 'failed', why: 'the sandbox broke' };
    return { kind: 'judged', result };
  } catch (error) {
    return { kind: 'failed', why: wordsOf(error) };
  } finally {
    limit.abort();
  }
}

/**
 * Does it again while the database is away, as long as a lease lasts.
 *
 * @throws OutsideError `DATABASE_GONE` after that, and everything else at once.
 */
export async function untilReachable<T>(work: () => Promise<T>, say: (line: string) => void): Promise<T> {
  const until = performance.now() + LEASE_MS;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== 'DATABASE_GONE' || performance.now() > until) throw error;
      if (tries === 1) say(wordsOf(error));
      await pause(AGAIN_MS);
    }
  }
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
