import type { Database } from './database.ts';
import { WORKER_LOCK } from './queue.ts';

/** A submission in line, in the order in which they are taken. */
export interface Waiting {
  readonly submission: string;
  readonly person: string;
  /** From 1. */
  readonly place: number;
  readonly sinceMs: number;
  /** Attempts that failed. */
  readonly failures: number;
}

/** A submission that a worker has. */
export interface Running {
  readonly submission: string;
  readonly person: string;
  readonly worker: number;
  readonly sinceMs: number;
}

/** A worker that lives. */
export interface WorkerState {
  readonly worker: number;
  readonly host: string;
  readonly pid: number;
  readonly startedMs: number;
  /** Submissions taken since it started. */
  readonly taken: number;
  /** When it took the last one. */
  readonly lastMs: number | undefined;
}

/** What the console shows of the queue. */
export interface Line {
  readonly waiting: readonly Waiting[];
  readonly running: readonly Running[];
  readonly workers: readonly WorkerState[];
}

const MS = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** The queue of one contest, and all workers of the database. Places count the other contests as well. */
export async function readLine({ query }: Database, contest: string): Promise<Line> {
  const [waiting, running, workers] = await Promise.all([
    query<Waiting>(
      `SELECT submission, person, place::int, "sinceMs", failures FROM (
         SELECT data->>'contest' AS contest, data->>'submission' AS submission, data->>'person' AS person,
                row_number() OVER (ORDER BY priority DESC, created_on, id) AS place,
                ${MS('created_on')} AS "sinceMs",
                CASE WHEN started_on IS NULL THEN retry_count ELSE retry_count + 1 END AS failures
         FROM airlab_queue.job WHERE name = 'grading' AND state < 'active') AS line
       WHERE contest = $1 ORDER BY place`,
      [contest],
    ),
    query<Running>(
      `SELECT data->>'submission' AS submission, data->>'person' AS person, last.worker, ${MS('last.at')} AS "sinceMs"
       FROM airlab_queue.job CROSS JOIN LATERAL (
         SELECT worker, at FROM airlab.takes WHERE takes.job = job.id ORDER BY take DESC LIMIT 1) AS last
       WHERE name = 'grading' AND state = 'active' AND data->>'contest' = $1 ORDER BY last.at`,
      [contest],
    ),
    query<Omit<WorkerState, 'lastMs'> & { lastMs: number | null }>(
      `SELECT worker, host, pid, ${MS('started_at')} AS "startedMs", count(take)::int AS taken,
              ${MS('max(at)')} AS "lastMs"
       FROM airlab.workers LEFT JOIN airlab.takes USING (worker)
       WHERE EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND objid = worker::oid AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
       GROUP BY worker ORDER BY worker`,
      [WORKER_LOCK],
    ),
  ]);
  return {
    waiting: waiting.rows,
    running: running.rows,
    workers: workers.rows.map((row) => ({ ...row, lastMs: row.lastMs ?? undefined })),
  };
}
