import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type PostgresDatabase, postgres } from '../../databases/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'airlab-pipeline-'));
const main = fileURLToPath(new URL('../../forecasting/main.ts', import.meta.url));
const opened: { db?: PostgresDatabase } = {};

const test = suite('npm run pipeline');

test.before(async () => {
  opened.db = await postgres({ folder: join(folder, 'postgres') });
});
test.after(async () => {
  await opened.db?.kill();
  await opened.db?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the command; `when` sees all that it said so far, each time that it says more. */
async function run(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  when: (said: string, stop: () => void) => void = () => undefined,
): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...words], {
    env: { ...process.env, AIRLAB_LIVE: '', ...env },
  });
  const heard = { said: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      heard.said += chunk;
      when(heard.said, () => child.kill('SIGTERM'));
    });
  const [code] = await once(child, 'close');
  return { code, said: heard.said };
}

test('words :: unknown ones are said, and what there is', async () => {
  const { code, said } = await run(['wroker'], {});
  assert.is(code, 2);
  assert.match(said, /does not know: wroker\.\nnpm run pipeline, or npm run pipeline -- worker \[--now\]/);
});

test('worker :: a run at once, kept apart from live ones, then an end with 0', async () => {
  if (opened.db === undefined) throw new Error('PostgreSQL did not start');
  const { code, said } = await run(
    ['worker', '--now'],
    { AIRLAB_POSTGRES_URL: opened.db.url },
    (all, stop) => {
      if (/Drift|DRIFT/.test(all)) stop();
    },
  );
  assert.is(code, 0, said);
  assert.match(said, /SIMULATED DATA/);
  const rows = await opened.db.query('SELECT city FROM forecasting_simulated.prediction ORDER BY city');
  assert.equal(rows, [{ city: 'Beijing' }, { city: 'Roskilde' }]);
  const jobs = await opened.db.query('SELECT DISTINCT name FROM airlab_forecast.schedule');
  assert.equal(jobs, [{ name: 'forecasting_simulated' }]);
});

test('worker :: a run that fails says why', async () => {
  if (opened.db === undefined) throw new Error('PostgreSQL did not start');
  const env = { AIRLAB_POSTGRES_URL: opened.db.url };
  await opened.db.script('ALTER TABLE forecasting_simulated.model_version RENAME TO elsewhere');
  await opened.db.script('CREATE VIEW forecasting_simulated.model_version AS SELECT 1 AS version');
  const { code, said } = await run(['worker', '--now'], env, (all, stop) => {
    if (/model_version|column/.test(all)) stop();
  });
  assert.is(code, 0);
  assert.match(said, /model_version|column/);
});

test.run();
