import PgBoss from 'pg-boss';
import type { Result } from '../event.ts';
import { codeOf, type Database, databaseTrouble, type Transaction, transact } from './database.ts';
import { appendEvents } from './journal.ts';

/** The waiting submissions of all contests in this database: pg-boss, with airlab's rules. */
export interface Queue {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly close: () => Promise<void>;
}

/** One submission to grade, leased to a worker. */
export interface Job {
  readonly job: string;
  readonly contest: string;
  readonly submission: string;
  readonly person: string;
  /** 1 for the first time. */
  readonly attempt: number;
  /** This lease, among all that the job had. */
  readonly take: string;
}

export const GRADING = 'grading';
export const FAILED = 'grading-failed';
/** pg-boss keeps its tables apart from ours. */
export const SCHEMA = 'airlab_queue';
/** With the number of a worker: held as long as it lives. */
export const WORKER_LOCK = 7_246_003;
/** Wakes idle workers. */
export const JOBS_CHANNEL = 'airlab_jobs';
/** Longer than any grading may take; a worker that lives finishes or gives up before. */
export const LEASE_MS = 180_000;
/** After the first attempt. */
export const RETRIES = 2;
/** Others go first meanwhile. */
const RETRY_DELAY_S = 1;
/** Who was graded in this time lets those pass who were not. */
const RECENTLY = '2 minutes';

/**
 * Opens the queue, making it the first time.
 *
 * @example
 * const queue = await openQueue(database);
 * const accepted = await acceptSubmission(queue, contest, request);
 */
export async function openQueue(database: Database): Promise<Queue> {
  // Its own work comes as several statements at once, which cannot be prepared.
  const db: PgBoss.Db = { executeSql: (text, values) => database.pool.query(text, values) };
  const boss = new PgBoss({ db, schema: SCHEMA, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  try {
    await boss.start();
    await boss.createQueue(FAILED, { name: FAILED, policy: 'standard', retryLimit: 10 });
    await boss.createQueue(GRADING, {
      name: GRADING,
      policy: 'short',
      retryLimit: RETRIES,
      retryDelay: RETRY_DELAY_S,
      expireInSeconds: LEASE_MS / 1000,
      deadLetter: FAILED,
    });
    // What ended half a day ago and more makes room.
    await boss.maintain();
  } catch (error) {
    throw databaseTrouble(error);
  }
  return { database, boss, close: () => boss.stop({ graceful: false, close: false }) };
}

export interface Payload {
  readonly contest: string;
  readonly submission: string;
  readonly person: string;
}

/**
 * Puts a submission in line inside the transaction that accepts it, in place of one of the same person that has not had
 * its turn. One that waits for another attempt had it, and stays. The caller holds the lock of the person.
 */
export async function enqueue(
  { boss }: Queue,
  sql: Transaction,
  { contest, submission, person }: Payload,
): Promise<{ readonly job: string; readonly replaces?: string }> {
  const singletonKey = `${contest}/${person}`;
  const { rows } = await sql.query<{ recent: number; older: string | null; replaces: string | null }>(
    STANDING,
    [GRADING, singletonKey, contest, person],
  );
  const { recent, older, replaces } = rows[0] ?? { recent: 0, older: null, replaces: null };
  const db = inside(sql);
  if (older !== null) await boss.cancel(GRADING, older, { db });
  const options = { singletonKey, priority: -recent, db };
  const job = await boss.send(GRADING, { contest, submission, person }, options);
  if (job === null) throw new Error('The queue took no job although its place was free.');
  return { job, ...(replaces === null ? {} : { replaces }) };
}

/** How often the person was graded lately, and the own job that still waits; workers hear of the new one at the commit. */
const STANDING = `
  WITH waiting AS (
    SELECT id, data->>'submission' AS submission FROM ${SCHEMA}.job
    WHERE name = $1 AND singleton_key = $2 AND state = 'created' FOR UPDATE
  )
  SELECT (SELECT id FROM waiting) AS older, (SELECT submission FROM waiting) AS replaces,
         (SELECT count(*)::int FROM airlab.takes
          WHERE contest = $3 AND person = $4 AND at > now() - interval '${RECENTLY}') AS recent,
         pg_notify('${JOBS_CHANNEL}', '')`;

/**
 * Leases the next submission to a worker; undefined when none waits. People who were not graded recently come first.
 *
 * @throws OutsideError `DATABASE_GONE`
 */
export async function takeJob({ boss, database }: Queue, worker: number): Promise<Job | undefined> {
  return transact(database, async (sql) => {
    const [next] = await boss.fetch<Payload>(GRADING, { includeMetadata: true, db: inside(sql) });
    if (next === undefined) {
      // pg-boss says "nothing" for an error as well; a broken transaction tells here.
      await sql.query('SELECT 1');
      return undefined;
    }
    const { contest, submission, person } = next.data;
    const { rows } = await sql.query<{ take: string }>(
      'INSERT INTO airlab.takes (job, contest, person, worker) VALUES ($1, $2, $3, $4) RETURNING take',
      [next.id, contest, person, worker],
    );
    const [{ take } = { take: '' }] = rows;
    return { job: next.id, contest, submission, person, attempt: next.retryCount + 1, take };
  });
}

/**
 * Ends a job with its verdict: `judged` and the end of the job are committed together. False when the submission had a
 * verdict already, from a worker that was thought lost: the first one counts.
 *
 * @throws OutsideError `DATABASE_GONE`: do it again, it counts once.
 */
export async function finishJob(queue: Queue, job: Job, result: Result): Promise<boolean> {
  const { submission, contest } = job;
  try {
    await transact(queue.database, async (sql) => {
      await endJob(queue, sql, job);
      await appendEvents(sql, contest, [{ type: 'judged', submission, result }]);
    });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'WRITTEN_ALREADY') throw error;
    await transact(queue.database, (sql) => endJob(queue, sql, job));
    return false;
  }
}

async function endJob({ boss }: Queue, sql: Transaction, { job }: Job): Promise<void> {
  const db = inside(sql);
  await boss.complete(GRADING, job, {}, { db });
  // It may wait for another attempt, when this worker was thought lost.
  await boss.cancel(GRADING, job, { db });
}

/**
 * Ends an attempt that failed through no fault of the student. Another worker tries, at most two more times; then
 * `sweep` writes `unjudged`. Does nothing when the lease has passed to another worker.
 */
export async function failJob({ boss, database }: Queue, job: Job, why: string): Promise<void> {
  await transact(database, async (sql) => {
    if (await isOurs(sql, job)) await boss.fail(GRADING, job.job, { why }, { db: inside(sql) });
  });
}

/** Puts a job back that was not finished, as if it had not been taken: it has its place and its attempts again. */
export async function giveBackJob({ database }: Queue, job: Job): Promise<void> {
  await transact(database, async (sql) => {
    if (!(await isOurs(sql, job))) return;
    // pg-boss counts an attempt when it takes a job that was started before.
    await sql.query(
      `UPDATE ${SCHEMA}.job SET state = 'retry', started_on = NULL, start_after = now()
       WHERE name = $1 AND id = $2 AND state = 'active'`,
      [GRADING, job.job],
    );
    await sql.query(`SELECT pg_notify('${JOBS_CHANNEL}', '')`);
  });
}

/**
 * Puts back what a worker may have without knowing it: the answer to its take was lost with the connection. For a worker
 * whose hands are empty.
 */
export async function giveBackUnknown({ database }: Queue, worker: number): Promise<void> {
  await database.query(
    `UPDATE ${SCHEMA}.job SET state = 'retry', started_on = NULL, start_after = now()
     WHERE name = $1 AND state = 'active' AND $2 =
       (SELECT worker FROM airlab.takes WHERE takes.job = job.id ORDER BY take DESC LIMIT 1)`,
    [GRADING, worker],
  );
}

async function isOurs(sql: Transaction, { job, take }: Job): Promise<boolean> {
  await sql.query(`SELECT FROM ${SCHEMA}.job WHERE name = $1 AND id = $2 FOR UPDATE`, [GRADING, job]);
  const { rows } = await sql.query<{ take: string }>(
    'SELECT max(take) AS take FROM airlab.takes WHERE job = $1',
    [job],
  );
  return rows[0]?.take === take;
}

/** Lets pg-boss work inside our transaction. */
export const inside = (sql: Transaction): PgBoss.Db => ({
  executeSql: (text, values) => sql.query(text, values),
});
