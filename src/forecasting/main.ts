import { postgres } from '../databases/postgres.ts';
import type { SqlDatabase } from '../databases/sql.ts';
import { sqlite } from '../databases/sqlite.ts';
import { isAirlabError, UsageError } from '../errors.ts';
import { airQuality } from '../open-meteo/air-quality.ts';
import { BEIJING, ROSKILDE } from '../open-meteo/places.ts';
import { startClassroom } from '../services/start-classroom.ts';
import { runPipeline } from './pipeline.ts';
import { reportText } from './report.ts';
import { forecastWorker } from './schedule.ts';

/** Two winters, so that the usual of a date is known. */
const DAYS = 500;
const DAY_MS = 86_400_000;
/** Offline the days are always the same, so that two runs say the same. */
const CLASSROOM_NOW = new Date('2026-11-24T09:30:00Z');

/** What was found out about simulated air must not be mixed up with the real one. */
const isLive = process.env.AIRLAB_LIVE === '1';
const NAME = isLive ? 'forecasting' : 'forecasting_simulated';

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * `npm run pipeline`: tomorrow's PM2.5, offline on simulated air; with AIRLAB_LIVE=1 on Open-Meteo's.
 * `npm run pipeline -- worker`: the same each evening, on as many machines as start it with one AIRLAB_POSTGRES_URL.
 */
async function main(args: readonly string[]): Promise<void> {
  const [word, ...more] = args;
  if (word === undefined)
    return runOnce(await (process.env.AIRLAB_POSTGRES_URL ? onPostgres() : sqlite(NAME.replace('_', '-'))));
  if (word === 'worker' && (more.length === 0 || (more.length === 1 && more[0] === '--now')))
    return work(more.length === 1);
  throw new UsageError(
    `npm run pipeline does not know: ${args.join(' ')}.`,
    'npm run pipeline, or npm run pipeline -- worker [--now].',
    'PIPELINE_WORDS',
  );
}

/** Takes runs of the schedule until it is stopped; what is running is finished first. */
async function work(isSoon: boolean): Promise<void> {
  const { url, close } = await postgres();
  try {
    const worker = await forecastWorker({ url, run: runAndTell, queue: NAME });
    console.log('Waiting for the run of 20:15 UTC. Ctrl-C ends this worker after the run that it is in.');
    if (isSoon) await worker.runSoon();
    await new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
    });
    await worker.close();
  } finally {
    await close();
  }
}

/** The queue only knows that a run failed; here somebody can read why. */
async function runAndTell(): Promise<void> {
  try {
    await runOnce(await onPostgres());
  } catch (error) {
    tell(error);
    throw error;
  }
}

/** A schema for each kind of data. */
async function onPostgres(): Promise<SqlDatabase> {
  const db = await postgres();
  await db.script(`CREATE SCHEMA IF NOT EXISTS ${NAME}; SET search_path TO ${NAME}`);
  return db;
}

/** One run, on a database that is closed after it. */
async function runOnce(db: SqlDatabase): Promise<void> {
  const classroom = isLive ? undefined : await startClassroom({ own: true, now: CLASSROOM_NOW });
  const now = isLive ? new Date() : CLASSROOM_NOW;
  try {
    const air = await airQuality({
      place: [ROSKILDE, BEIJING],
      hourly: ['pm2_5'],
      startDate: isoDay(now.getTime() - DAYS * DAY_MS),
      // Yesterday is the last whole day; what comes later is a forecast, no measurement.
      endDate: isoDay(now.getTime() - DAY_MS),
      ...(classroom === undefined ? {} : { baseUrl: classroom.url }),
    });
    console.log(
      reportText(await runPipeline({ hours: air.hourly, data: air.source.label, db, now }), air.source),
    );
  } finally {
    await db.close();
    await classroom?.close();
  }
}

const tell = (error: unknown): void =>
  console.error(isAirlabError(error) ? `${error.message}\n${error.hint}` : error);

main(process.argv.slice(2)).catch((error: unknown) => {
  tell(error);
  process.exitCode = isAirlabError(error) ? (error.trouble === 'usage' ? 2 : 3) : 70;
});
