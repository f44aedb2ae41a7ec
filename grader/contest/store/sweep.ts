import { databaseTrouble, transact } from './database.ts';
import { appendEvents } from './journal.ts';
import { FAILED, GRADING, inside, type Payload, type Queue, RETRIES, SCHEMA, WORKER_LOCK } from './queue.ts';

const SWEEP_MS = 1_000;

/**
 * Looks after what nobody else looks after: leases that ran out, workers that died with a job, submissions whose attempts
 * are used up (they get `unjudged`). Several may do it at once.
 */
export async function sweep(queue: Queue): Promise<void> {
  const { boss, database } = queue;
  const { rows } = await database.query<{ id: string }>(LOST_JOBS, [GRADING, WORKER_LOCK]);
  try {
    await boss.expire();
    const lost = rows.map(({ id }) => id);
    if (lost.length > 0) await boss.fail(GRADING, lost);
    while (await buryOne(queue));
  } catch (error) {
    throw databaseTrouble(error);
  }
}

/** Writes `unjudged` for one submission whose attempts are used up; false when there is none. */
function buryOne({ boss, database }: Queue): Promise<boolean> {
  return transact(database, async (sql) => {
    const db = inside(sql);
    const [dead] = await boss.fetch<Payload>(FAILED, { db });
    if (dead === undefined) return false;
    const { contest, submission } = dead.data;
    await boss.complete(FAILED, dead.id, {}, { db });
    const { rowCount } = await sql.query(
      `SELECT FROM airlab.journal WHERE contest = $1 AND event->>'submission' = $2
         AND event->>'type' IN ('judged', 'unjudged')`,
      [contest, submission],
    );
    if (rowCount === 0) {
      const why = `The judge failed ${RETRIES + 1} times. This is not your fault and costs nothing.`;
      await appendEvents(sql, contest, [{ type: 'unjudged', submission, why }]);
    }
    return true;
  });
}

/**
 * Sweeps about every second until it is stopped, however many workers and servers do so: whoever is first. What goes
 * wrong is done the next time.
 */
export function keepSweeping(queue: Queue): { readonly stop: () => Promise<void> } {
  const state: { running: Promise<void> | undefined } = { running: undefined };
  const timer = setInterval(() => {
    state.running ??= sweepIfDue(queue)
      .catch(() => undefined)
      .finally(() => {
        state.running = undefined;
      });
  }, SWEEP_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await state.running;
    },
  };
}

async function sweepIfDue(queue: Queue): Promise<void> {
  const { rowCount } = await queue.database.query(
    `UPDATE airlab.sweeps SET last_at = clock_timestamp()
     WHERE last_at < clock_timestamp() - interval '${SWEEP_MS * 0.9} milliseconds'`,
  );
  if (rowCount === 1) await sweep(queue);
}

/**
 * Jobs whose worker no longer holds its lock. A worker gets a moment to take the lock, and all of them get one after a
 * restart of the database.
 */
const LOST_JOBS = `
  SELECT job.id FROM ${SCHEMA}.job CROSS JOIN LATERAL (
    SELECT worker, at FROM airlab.takes WHERE takes.job = job.id ORDER BY take DESC LIMIT 1
  ) AS last
  WHERE name = $1 AND state = 'active'
    AND last.at < now() - interval '1 second' AND pg_postmaster_start_time() < now() - interval '5 seconds'
    AND NOT EXISTS (
      SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = $2 AND objid = last.worker::oid AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;
