import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../../../src/errors.ts';
import { openDatabase, shownUrl, transact } from '../../../contest/store/database.ts';
import { openJournal } from '../../../contest/store/journal.ts';
import { schemaVersion } from '../../../contest/store/schema.ts';
import { closeAll, engines, newContest, ownFolder, remove, until } from './fixture.ts';
import { killNow, killPostgres, killProcess, postmasterPid, startScript } from './killing.ts';

const test = suite('contest store :: database');

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (!isAirlabError(error)) throw error;
    assert.ok(error.hint.length > 10, error.hint);
    return error.code;
  }
  return 'no error';
}

const all = engines();
const [embedded] = all;
test.after(closeAll);

for (const engine of all) {
  test(`open :: ${engine.name} :: tables are made once, by whoever comes first`, async () => {
    const { database } = await engine.open();
    await database.pool.query('DROP SCHEMA airlab CASCADE');
    const others = await Promise.all([1, 2, 3].map(() => openDatabase({ url: database.url })));
    const { rows } = await database.pool.query('SELECT version FROM airlab.schema_version');
    assert.equal(rows, [{ version: schemaVersion }]);
    for (const other of others) await other.close();
  });

  test(`open :: ${engine.name} :: tables of a newer airlab are left alone`, async () => {
    const { database } = await engine.open();
    await database.pool.query('UPDATE airlab.schema_version SET version = version + 1');
    assert.is(await codeOf(openDatabase({ url: database.url })), 'DATABASE_NEWER');
    await database.pool.query('UPDATE airlab.schema_version SET version = version - 1');
  });

  test(`open :: ${engine.name} :: tables of an older airlab are brought up to date, with what they hold`, async () => {
    const { database } = await engine.open();
    const contest = await newContest(database);
    await database.pool.query('DROP TABLE airlab.sweeps; UPDATE airlab.schema_version SET version = 1');
    const again = await openDatabase({ url: database.url });
    assert.is((await again.pool.query('SELECT FROM airlab.sweeps')).rowCount, 1);
    assert.is((await openJournal(again, contest).read(0)).length, 1);
    await again.close();
  });

  test(`transact :: ${engine.name} :: all or nothing`, async () => {
    const { database } = await engine.open();
    await database.pool.query('CREATE TABLE one (n int PRIMARY KEY)');
    const failing = transact(database, async (sql) => {
      await sql.query('INSERT INTO one VALUES (1)');
      throw new Error('changed my mind');
    });
    await failing.then(assert.unreachable, (error: Error) => assert.is(error.message, 'changed my mind'));
    assert.is((await database.pool.query('SELECT FROM one')).rowCount, 0);
  });

  test(`transact :: ${engine.name} :: two that block each other both come through`, async () => {
    const { database } = await engine.open();
    await database.pool.query('CREATE TABLE two (n int PRIMARY KEY, hits int NOT NULL)');
    await database.pool.query('INSERT INTO two VALUES (1, 0), (2, 0)');
    const meeting = { arrived: 0 };
    const hit = (first: number, second: number): Promise<void> =>
      transact(database, async (sql) => {
        await sql.query('UPDATE two SET hits = hits + 1 WHERE n = $1', [first]);
        meeting.arrived += 1;
        await until('the other has its row as well', () => meeting.arrived >= 2);
        await sql.query('UPDATE two SET hits = hits + 1 WHERE n = $1', [second]);
      });
    await Promise.all([hit(1, 2), hit(2, 1)]);
    const { rows } = await database.pool.query('SELECT hits FROM two');
    assert.equal(rows, [{ hits: 2 }, { hits: 2 }]);
  });

  test(`clock :: ${engine.name} :: the database tells the time`, async () => {
    const { database } = await engine.open();
    const { rows } = await database.pool.query(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
    );
    assert.ok(Math.abs(database.now() - rows[0].ms) < 500, `${database.now()} against ${rows[0].ms}`);
  });
}

test('folder :: the password is random, and only its owner reads it', async () => {
  const { database, folder } = await embedded.open();
  const path = join(folder, 'data/airlab.json');
  const { password } = JSON.parse(readFileSync(path, 'utf8'));
  assert.is(new URL(database.url).password, password);
  assert.ok(password.length >= 32);
  assert.is(statSync(path).mode & 0o777, 0o600);
  assert.not.match(shownUrl(database.url), password);
  const guessed = database.url.replace(password, 'guessed');
  assert.is(await codeOf(openDatabase({ url: guessed })), 'DATABASE_REFUSED');
});

test('folder :: two owners :: the second is told who has it', async () => {
  const { folder } = await embedded.open();
  try {
    await openDatabase({ folder });
    assert.unreachable('the second owner came in');
  } catch (error) {
    assert.ok(isAirlabError(error));
    assert.is(error.code, 'DATABASE_IN_USE');
    assert.match(error.message, `process ${process.pid}`);
  }
});

for (const [what, kill] of [
  ['PostgreSQL with all its children', killPostgres],
  ['only the postmaster', (folder: string) => killNow(postmasterPid(folder))],
] as const)
  test(`folder :: ${what} killed while it is open :: it comes back by itself, on the same URL`, async () => {
    const { database, folder } = await embedded.open();
    const pid = postmasterPid(folder);
    kill(folder);
    await until('it is back', () =>
      database.pool.query('SELECT 1').then(
        () => postmasterPid(folder) !== pid,
        () => false,
      ),
    );
    await until('it has its owner again', async () => {
      const { rows } = await database.pool.query(
        `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE locktype = 'advisory' AND application_name LIKE 'airlab-owner-%'`,
      );
      return rows.length === 1;
    });
  });

test('folder :: closed and opened again :: content, port, a taken port, a stale number, damaged settings', async () => {
  const folder = ownFolder();
  const first = await openDatabase({ folder });
  await first.pool.query('CREATE TABLE kept AS SELECT 42 AS n');
  assert.equal((await first.pool.query('SHOW fsync')).rows, [{ fsync: 'on' }]);
  await first.close();
  assert.not.ok(existsSync(join(folder, 'data/postmaster.pid')), 'PostgreSQL was stopped');

  const again = await openDatabase({ folder });
  assert.equal((await again.pool.query('SELECT n FROM kept')).rows, [{ n: 42 }]);
  assert.is(again.url, first.url);
  await again.close();

  const port = Number(new URL(first.url).port);
  const intruder = createServer().listen(port, '127.0.0.1');
  await once(intruder, 'listening');
  const elsewhere = await openDatabase({ folder });
  assert.is.not(Number(new URL(elsewhere.url).port), port);
  await elsewhere.close();
  intruder.close();

  // What a machine leaves that lost its power; the number belongs to this process now.
  const lines = [process.pid, join(folder, 'data'), 1, 5999, '', '127.0.0.1'];
  writeFileSync(join(folder, 'data/postmaster.pid'), lines.join('\n'));
  const stale = await openDatabase({ folder });
  assert.equal((await stale.pool.query('SELECT n FROM kept')).rows, [{ n: 42 }]);
  await stale.close();

  writeFileSync(join(folder, 'data/airlab.json'), '{');
  assert.is(await codeOf(openDatabase({ folder })), 'DATABASE_SETTINGS');
  remove(folder);
});

test('folder :: two that start at once :: one becomes the owner', async () => {
  const folder = ownFolder();
  const both = await Promise.allSettled([openDatabase({ folder }), openDatabase({ folder })]);
  const open = both.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const refused = both.flatMap((one) => (one.status === 'rejected' ? one.reason : []));
  for (const database of open) await database.close();
  remove(folder);
  assert.equal([open.length, refused.map(({ code }) => code)], [1, ['DATABASE_IN_USE']]);
});

test('folder :: its owner was killed, then both :: PostgreSQL is taken over, nothing is lost', async () => {
  const folder = ownFolder();
  const owner = await startScript('owner-process.ts', [folder]);
  const pid = postmasterPid(folder);
  await killProcess(owner);
  const { pool, close } = await openDatabase({ folder });
  assert.is(postmasterPid(folder), pid, 'the same PostgreSQL');
  assert.is((await pool.query('SELECT FROM kept')).rowCount, 1);
  await close();

  const next = await startScript('owner-process.ts', [folder]);
  // The owner first: it would start PostgreSQL again.
  await killProcess(next);
  killPostgres(folder);
  const last = await openDatabase({ folder });
  assert.is((await last.pool.query('SELECT FROM kept')).rowCount, 2);
  await last.close();
  remove(folder);
});

test('folder :: root and a normal user', async () => {
  if (process.getuid?.() !== 0) return console.log('skipped: as another user, because this one is not root');
  const NOBODY = 65_534;
  const script = fileURLToPath(new URL('owner-process.ts', import.meta.url));
  if (spawnSync('cat', [script], { uid: NOBODY, gid: NOBODY }).status !== 0)
    return console.log('skipped: as a normal user, because only root can read this repository');
  const folder = ownFolder();
  chownSync(folder, NOBODY, NOBODY);
  const owner = await startScript('owner-process.ts', [folder], { uid: NOBODY, gid: NOBODY });
  assert.is(statSync(join(folder, 'data')).uid, NOBODY);
  await killProcess(owner);
  killPostgres(folder);
  remove(folder);
});

test('url :: what is wrong with it is said', async () => {
  assert.is(await codeOf(openDatabase({ url: 'mysql://localhost/course' })), 'DATABASE_URL');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  server.close();
  await once(server, 'close');
  assert.is(await codeOf(openDatabase({ url: `postgres://ann@127.0.0.1:${port}/course` })), 'DATABASE_GONE');
});

test.run();
