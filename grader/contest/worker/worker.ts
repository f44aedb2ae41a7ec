import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { AirlabError } from '../../../src/errors.ts';
import type { Database } from '../store/database.ts';
import { type Ear, listen } from '../store/listen.ts';
import {
  failJob,
  finishJob,
  giveBackJob,
  giveBackUnknown,
  JOBS_CHANNEL,
  type Job,
  LEASE_MS,
  openQueue,
  type Queue,
  takeJob,
  WORKER_LOCK,
} from '../store/queue.ts';
import { keepSweeping } from '../store/sweep.ts';
import { type Attempt, type AttemptTools, tryJob, untilReachable, wordsOf } from './attempt.ts';
import { Bell } from './bell.ts';

/** What a worker needs to grade. */
export interface WorkerTools extends Pick<AttemptTools, 'database' | 'judge'> {
  /** Hears what it does, a line each time. */
  readonly say?: (line: string) => void;
  /**
   * After trouble of its own it rests; other workers take the submission meanwhile.
   *
   * @default 2_000
   */
  readonly restMs?: number;
  /** A grading is given up after so long. @default 150_000, less than the lease */
  readonly gradingMs?: number;
}

/** A worker at work. */
export interface Worker {
  /** Its number in the database. */
  readonly worker: number;
  /** Settles when it has stopped. Rejects with `GRADING_HUNG` when a grading never ended: then end the process. */
  readonly done: Promise<void>;
  /**
   * Takes nothing more and lets the submission that runs come to its end; after so many ms it is given back.
   *
   * @default graceMs 10_000
   */
  readonly stop: (graceMs?: number) => Promise<void>;
}

/** Look again after so long, should a notice have got lost. */
const IDLE_MS = 1_000;
const REST_MS = 2_000;
const GRADING_MS = LEASE_MS - 30_000;
const GRACE_MS = 10_000;

/**
 * Takes submissions of all contests in the database and writes their verdicts, until it is stopped. A database that is
 * away is waited for. What the sandbox cannot do is tried again, by another worker if there is one.
 *
 * @example
 * const worker = await startWorker({ database, judge: openJudge({ now: database.now }).judge });
 * process.once('SIGTERM', () => worker.stop());
 * await worker.done;
 */
export async function startWorker(tools: WorkerTools): Promise<Worker> {
  const { database, judge, say = () => undefined, restMs = REST_MS, gradingMs = GRADING_MS } = tools;
  const queue = await openQueue(database);
  const worker = await register(database);
  const bell = new Bell();
  const ear = await listen(database, JOBS_CHANNEL, {
    isForUs: () => true,
    wake: async () => bell.ring(),
    onTrouble: () => undefined,
    // The lock says that this worker lives, and goes with its connection.
    prepare: async (client) => {
      await client.query('SELECT pg_advisory_lock($1, $2)', [WORKER_LOCK, worker]);
    },
  });
  const shift: Shift = {
    ...{ database, queue, worker, judge, say, bell, restMs, gradingMs },
    sinceMs: database.now(),
    known: new Map(),
    hands: { job: undefined, isUnsure: false },
  };
  const done = work(shift).finally(() => close(shift, ear));
  // Whoever waits for it hears of it.
  done.catch(() => undefined);
  return { worker, done, stop: (graceMs = GRACE_MS) => stop(shift, done, graceMs) };
}

interface Shift extends AttemptTools {
  readonly queue: Queue;
  readonly worker: number;
  readonly bell: Bell;
  readonly restMs: number;
  /** What it is at. */
  readonly hands: {
    job: Job | undefined;
    /** The database went away while a job was asked for: it may have been given. */
    isUnsure: boolean;
  };
}

async function work(shift: Shift): Promise<void> {
  const { queue, bell, hands } = shift;
  const sweeping = keepSweeping(queue);
  try {
    while (!bell.isStopped) {
      hands.job = await nextJob(shift);
      if (hands.job === undefined) await bell.wait(IDLE_MS);
      else await doJob(hands.job, shift);
      hands.job = undefined;
    }
  } finally {
    await sweeping.stop();
  }
}

async function nextJob({ queue, worker, say, hands }: Shift): Promise<Job | undefined> {
  try {
    if (hands.isUnsure) await giveBackUnknown(queue, worker);
    hands.isUnsure = false;
    return await takeJob(queue, worker);
  } catch (error) {
    hands.isUnsure = true;
    say(wordsOf(error));
    return undefined;
  }
}

async function doJob(job: Job, shift: Shift): Promise<void> {
  const { queue, say, bell, hands, restMs } = shift;
  const began = performance.now();
  const attempt = await tryJob(job, shift);
  // It was given back meanwhile.
  if (hands.job !== job) return;
  const counts = await untilReachable(() => settle(queue, job, attempt), say);
  say(lineOf(job, attempt, { tookMs: performance.now() - began, counts }));
  if (attempt.kind === 'judged') return;
  if (attempt.kind === 'hung')
    throw new AirlabError(`Submission ${job.submission} was ${attempt.why}.`, {
      code: 'GRADING_HUNG',
      trouble: 'ours',
      hint: 'This worker ends; another one goes on with the queue.',
    });
  await bell.rest(restMs);
}

async function settle(queue: Queue, job: Job, attempt: Attempt): Promise<boolean> {
  if (attempt.kind === 'judged') return finishJob(queue, job, attempt.result);
  await failJob(queue, job, attempt.why);
  return true;
}

function lineOf(
  { submission, attempt: nth }: Job,
  attempt: Attempt,
  { tookMs, counts }: { tookMs: number; counts: boolean },
): string {
  const took = `${(tookMs / 1000).toFixed(1)} s`;
  if (attempt.kind !== 'judged') return `${submission}  attempt ${nth} failed after ${took}: ${attempt.why}`;
  const { verdict, points, worth } = attempt.result;
  return `${submission}  ${verdict}, ${points} of ${worth}, ${took}${counts ? '' : ' (another verdict was first)'}`;
}

async function stop({ queue, bell, hands, say }: Shift, done: Promise<void>, graceMs: number): Promise<void> {
  bell.stop();
  const late = new AbortController();
  const isLate = await Promise.race([
    done.then(
      () => false,
      () => false,
    ),
    pause(graceMs, true, { signal: late.signal }).catch(() => false),
  ]);
  late.abort();
  const { job } = hands;
  if (!isLate || job === undefined) return;
  hands.job = undefined;
  await giveBackJob(queue, job);
  say(`${job.submission}  given back`);
}

async function close({ queue }: Shift, ear: Ear): Promise<void> {
  await ear.stop();
  await queue.close();
}

async function register({ query }: Database): Promise<number> {
  const { rows } = await query<{ worker: number }>(
    'INSERT INTO airlab.workers (host, pid) VALUES ($1, $2) RETURNING worker',
    [hostname(), process.pid],
  );
  return rows[0]?.worker ?? 0;
}
