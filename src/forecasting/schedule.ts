import { loadDriver } from '../databases/driver.ts';

/** Where the jobs wait and what is done for each. */
export interface ScheduleOptions {
  /** PostgreSQL, the same for all machines. */
  readonly url: string;
  /** One run of the pipeline. An error gives the job to another worker, at most three times in all. */
  readonly run: () => Promise<unknown>;
  /** When, as cron has it. @default '15 20 * * *', after the features of the day are there */
  readonly cron?: string;
  /** @default 'UTC' */
  readonly timezone?: string;
  /** Workers of one queue share their runs. @default 'forecast' */
  readonly queue?: string;
}

/** One worker on one machine. */
export interface ForecastWorker {
  /** Asks for a run now, besides the schedule; any worker takes it. */
  readonly runSoon: () => Promise<void>;
  /** Finishes what is running, takes nothing more. */
  readonly close: () => Promise<void>;
}

const SCHEMA = 'airlab_forecast';
const RETRIES = 2;
/** Longer than a run; after it the worker counts as dead and another takes the job. */
const LEASE_S = 600;
const POLL_S = 0.5;

/**
 * Starts a worker. Start it on as many machines as you like: each tick of the schedule is one job, done by one of them,
 * and never are two runs at work at once, because both would train the next version.
 *
 * @throws OutsideError `DRIVER_MISSING`. @throws Error of PostgreSQL when it cannot be reached.
 * @example const worker = await forecastWorker({ url, run: () => runPipeline(input) });
 */
export async function forecastWorker({
  url,
  run,
  cron = '15 20 * * *',
  timezone = 'UTC',
  queue = 'forecast',
}: ScheduleOptions): Promise<ForecastWorker> {
  const { default: PgBoss } = await loadDriver('pg-boss', () => import('pg-boss'));
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, application_name: 'airlab' });
  // pg-boss tells of a lost connection here; it tries again by itself.
  boss.on('error', () => undefined);
  await boss.start();
  await boss.createQueue(queue, {
    name: queue,
    policy: 'singleton',
    retryLimit: RETRIES,
    retryDelay: 1,
    expireInSeconds: LEASE_S,
  });
  await boss.schedule(queue, cron, {}, { tz: timezone });
  await boss.work(queue, { batchSize: 1, pollingIntervalSeconds: POLL_S }, run);
  return {
    runSoon: async () => void (await boss.send(queue, {})),
    close: () => boss.stop({ graceful: true, wait: true }),
  };
}
