import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type PostgresDatabase, postgres } from '../../databases/postgres.ts';
import { runPipeline } from '../../forecasting/pipeline.ts';
import { modelRegistry } from '../../forecasting/registry.ts';
import { type ForecastWorker, forecastWorker } from '../../forecasting/schedule.ts';
import { airOf, swinging } from './air.ts';

const folder = mkdtempSync(join(tmpdir(), 'airlab-forecasting-'));
const opened: { db?: PostgresDatabase } = {};
const NOW = new Date('2026-01-01T00:00:00Z');

const test = suite('forecasting on PostgreSQL');

test.before(async () => {
  opened.db = await postgres({ folder: join(folder, 'postgres') });
});
test.after(async () => {
  await opened.db?.kill();
  await opened.db?.close();
  rmSync(folder, { recursive: true, force: true });
});

function database(): PostgresDatabase {
  if (opened.db === undefined) throw new Error('PostgreSQL did not start');
  return opened.db;
}

test('two workers :: each job is done once, never two at a time, a failed one again', async () => {
  const { url, session } = database();
  const hours = airOf('Roskilde', 240, swinging);
  const seen = { atWork: 0, most: 0, failed: 0 };
  const made: number[] = [];
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const workAs = async (db: PostgresDatabase): Promise<void> => {
    seen.atWork += 1;
    seen.most = Math.max(seen.most, seen.atWork);
    try {
      if (seen.failed === 0) {
        seen.failed += 1;
        throw new Error('the first run fails');
      }
      const { version } = await runPipeline({ hours, data: 'made for a test', db, now: NOW });
      made.push(version);
      if (made.length === 3) finish();
    } finally {
      seen.atWork -= 1;
    }
  };
  const sessions = [await session(), await session()];
  const workers: ForecastWorker[] = [];
  try {
    for (const db of sessions) workers.push(await forecastWorker({ url, run: () => workAs(db) }));
    for (let job = 0; job < 3; job += 1) await workers[job % 2]?.runSoon();
    await done;
  } finally {
    for (const worker of workers) await worker.close();
    for (const db of sessions) await db.close();
  }
  assert.equal(made, [1, 2, 3]);
  assert.is(seen.most, 1);
  assert.is(seen.failed, 1);
  const versions = await (await modelRegistry(database())).versions();
  assert.equal(
    versions.map(({ version, stage }) => [version, stage]),
    [
      [1, 'archived'],
      [2, 'archived'],
      [3, 'production'],
    ],
  );
  const rows = await database().query('SELECT city, version FROM prediction');
  assert.is(rows.length, 3);
});

test('schedule :: one tick a day, however many workers', async () => {
  const rows = await database().query('SELECT name, cron, timezone FROM airlab_forecast.schedule');
  assert.equal(rows, [{ name: 'forecast', cron: '15 20 * * *', timezone: 'UTC' }]);
});

test.run();
