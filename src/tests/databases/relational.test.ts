import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadDriver } from '../../databases/driver.ts';
import { runningOn, stopPostmaster } from '../../databases/embedded/postmaster.ts';
import { prepareTables, startOver } from '../../databases/lesson-schema.ts';
import { mysql } from '../../databases/mysql.ts';
import { numberMarks, postgres } from '../../databases/postgres.ts';
import { hostOf, serverUrl } from '../../databases/server-url.ts';
import type { SqlDatabase } from '../../databases/sql.ts';
import { sqlite } from '../../databases/sqlite.ts';
import { databaseTrouble } from '../../databases/trouble.ts';
import { errorOf } from './fixture.ts';
import { sameOnEveryEngine } from './relational-cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'airlab-relational-'));
const test = suite('databases :: relational');

test.after(async () => {
  const running = runningOn(join(folder, 'postgres', 'data'));
  if (running) await stopPostmaster(running);
  rmSync(folder, { recursive: true, force: true });
});

const embedded = () => postgres({ folder: join(folder, 'postgres') });
const SCHEMA = {
  name: 'air',
  tables: ['reading'],
  script: 'CREATE TABLE reading (city VARCHAR(20), pm2_5 INTEGER)',
};

test('SQLite :: does what every engine does', async () => sameOnEveryEngine(await sqlite()));
test('SQLite in a file :: does what every engine does', async () =>
  sameOnEveryEngine(await sqlite('every', { folder })));
test('PostgreSQL, embedded :: does what every engine does', async () => sameOnEveryEngine(await embedded()));

test('SQLite in a file :: what was answered is there for the next one', async () => {
  const db = await sqlite('kept', { folder });
  await db.script('CREATE TABLE reading (city TEXT)');
  await db.query('INSERT INTO reading VALUES (?)', ['Roskilde']);
  await db.query('BEGIN');
  await db.query('INSERT INTO reading VALUES (?)', ['half done']);
  // Not closed: as after a kill of the notebook.
  const next = await sqlite('kept', { folder });
  assert.equal(await next.query('SELECT city FROM reading'), [{ city: 'Roskilde' }]);
  assert.equal(await next.query('PRAGMA foreign_keys'), [{ foreign_keys: 1 }]);
});

test('SQLite in a file :: two notebooks do not write over each other', async () => {
  const one = await sqlite('two', { folder });
  await one.script('CREATE TABLE reading (city TEXT)');
  const other = await sqlite('two', { folder });
  await other.query("INSERT INTO reading VALUES ('Beijing')");
  const error = await errorOf(one.query("INSERT INTO reading VALUES ('Roskilde')"));
  assert.is(error.code, 'CHANGED_BY_ANOTHER');
  const third = await sqlite('two', { folder });
  assert.equal(await third.query('SELECT city FROM reading'), [{ city: 'Beijing' }]);
});

test('SQLite in a file :: full disk :: the file stays as it was', async () => {
  const db = await sqlite('full', { folder });
  await db.script("CREATE TABLE reading (city TEXT); INSERT INTO reading VALUES ('Roskilde')");
  await db.close();
  const before = readFileSync(join(folder, 'full.sqlite'));
  const write = (_path: string, bytes: Uint8Array): void => {
    if (!existsSync('/dev/full'))
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const file = openSync('/dev/full', 'w');
    try {
      writeSync(file, bytes);
    } finally {
      closeSync(file);
    }
  };
  const full = await sqlite('full', { folder, write });
  const error = await errorOf(full.query("INSERT INTO reading VALUES ('Beijing')"));
  assert.is(error.code, 'DISK_FULL');
  assert.match(error.hint, 'df -h');
  assert.equal(readFileSync(join(folder, 'full.sqlite')), before);
  assert.equal(
    readdirSync(folder).filter((name) => name.endsWith('.new')),
    [],
  );
});

test('SQLite in a file :: damaged :: said, and left as it is', async () => {
  const db = await sqlite('damaged', { folder });
  await db.script('CREATE TABLE reading (city TEXT); CREATE INDEX by_city ON reading (city)');
  await db.insert(
    'reading',
    Array.from({ length: 500 }, (_, i) => ({ city: `city number ${i}` })),
  );
  await db.close();
  const path = join(folder, 'damaged.sqlite');
  const whole = readFileSync(path);
  const holed = Buffer.from(whole).fill(0x5a, 5_000, 9_000);
  for (const bytes of [holed, whole.subarray(0, 6_000), Buffer.from('not a database at all')]) {
    writeFileSync(path, bytes);
    const error = await errorOf(sqlite('damaged', { folder }));
    assert.is(error.code, 'DATABASE_DAMAGED');
    assert.match(error.hint, 'backups');
    assert.equal(readFileSync(path), Buffer.from(bytes));
  }
});

test('SQLite in a file :: a name cannot leave the folder', async () => {
  for (const name of ['../grades', 'a/b', '', '.hidden'])
    assert.is((await errorOf(sqlite(name, { folder }))).code, 'DATABASE_NAME');
});

async function olderSchema(db: SqlDatabase): Promise<string> {
  await prepareTables(db, { ...SCHEMA, version: 1 });
  await db.insert('reading', [{ city: 'Roskilde', pm2_5: 9 }]);
  await prepareTables(db, { ...SCHEMA, version: 1 });
  const error = await errorOf(prepareTables(db, { ...SCHEMA, version: 2 }));
  assert.is(error.code, 'OLDER_SCHEMA');
  assert.match(error.hint, 'startOver');
  const place = await startOver(db, { ...SCHEMA, version: 2 });
  assert.equal(await db.query('SELECT * FROM reading'), []);
  await prepareTables(db, { ...SCHEMA, version: 2 });
  assert.is((await errorOf(prepareTables(db, { ...SCHEMA, version: 1 }))).code, 'NEWER_SCHEMA');
  return place;
}

test('tables of an older lesson :: set aside with their rows :: SQLite', async () => {
  const place = await olderSchema(await sqlite('older', { folder }));
  writeFileSync(join(folder, 'copy.sqlite'), readFileSync(place));
  const copy = await sqlite('copy', { folder });
  assert.equal(await copy.query('SELECT * FROM reading'), [{ city: 'Roskilde', pm2_5: 9 }]);
});

test('tables of an older lesson :: set aside with their rows :: PostgreSQL', async () => {
  const db = await embedded();
  const place = await olderSchema(db);
  const [, schema = ''] = /schema (\w+)/.exec(place) ?? [];
  assert.equal(await db.query(`SELECT * FROM ${schema}.reading`), [{ city: 'Roskilde', pm2_5: 9 }]);
  await db.close();
});

test('PostgreSQL, embedded :: killed in the middle :: said; what was committed is there again', async () => {
  const db = await embedded();
  await db.script('CREATE TABLE kept (n INTEGER)');
  await db.query('INSERT INTO kept VALUES (1)');
  await db.query('BEGIN');
  await db.query('INSERT INTO kept VALUES (2)');
  await db.kill();
  assert.is((await errorOf(db.query('SELECT 1'))).code, 'SERVER_DOWN');
  const again = await embedded();
  assert.equal(await again.query('SELECT n FROM kept'), [{ n: 1 }]);
  await again.close();
});

test('PostgreSQL :: wrong password, no server, not ours to kill', async () => {
  const db = await embedded();
  const url = new URL(db.url);
  url.password = 'wrong';
  const wrong = await errorOf(postgres({ url: url.href }));
  assert.is(wrong.code, 'WRONG_CREDENTIALS');
  assert.match(wrong.hint, 'AIRLAB_POSTGRES_URL');
  assert.not.match(wrong.message, 'wrong@');
  const session = await postgres({ url: db.url });
  assert.is((await errorOf(session.kill())).code, 'NOT_EMBEDDED');
  await session.close();
  await db.close();
  const down = await errorOf(postgres({ url: 'postgres://ann:secret@127.0.0.1:9/air' }));
  assert.is(down.code, 'SERVER_DOWN');
  assert.match(down.message, '127.0.0.1:9');
  assert.not.match(down.message, 'secret');
});

test('MySQL :: no server named, and one that is down', async () => {
  const before = process.env.AIRLAB_MYSQL_URL;
  delete process.env.AIRLAB_MYSQL_URL;
  try {
    assert.is((await errorOf(mysql())).code, 'NO_SERVER');
  } finally {
    if (before !== undefined) process.env.AIRLAB_MYSQL_URL = before;
  }
  assert.is((await errorOf(mysql({ url: 'mysql://ann:secret@127.0.0.1:9/air' }))).code, 'SERVER_DOWN');
});

test('troubles :: told apart by what drivers say', () => {
  const whose = { kind: 'A database', at: 'host:1', variable: 'AIRLAB_X' };
  const codeOf = (error: unknown): string => databaseTrouble(error, whose).code;
  assert.is(codeOf(Object.assign(new Error('could not extend file'), { code: '53100' })), 'DISK_FULL');
  assert.is(
    codeOf(new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })])),
    'SERVER_DOWN',
  );
  assert.is(codeOf(new Error('fetch failed', { cause: { code: 'ENOTFOUND' } })), 'SERVER_DOWN');
  assert.is(codeOf(Object.assign(new Error('no'), { sqlState: '28000' })), 'WRONG_CREDENTIALS');
  assert.is(codeOf(Object.assign(new Error('a rule was broken'), { code: '23514' })), 'SQL');
});

test('a driver that is missing :: said, with the way to get it', async () => {
  const error = await errorOf(
    loadDriver('pg', () => Promise.reject(new Error("Cannot find module 'pg'\nRequire stack: …"))),
  );
  assert.is(error.code, 'DRIVER_MISSING');
  assert.match(error.hint, 'npm ci');
});

test('addresses :: without name and password in messages, of the right protocol', () => {
  assert.is(hostOf('postgres://ann:p@ss@db.school.dk:5432/air?x=1'), 'db.school.dk:5432');
  assert.is(serverUrl('X', ['mysql'], {}), undefined);
  assert.throws(() => serverUrl('X', ['mysql'], { X: 'localhost' }), /X holds no address/);
});

test('marks :: not in texts, names and comments', () => {
  assert.is(
    numberMarks(`SELECT '?', "a?" FROM t -- ?\nWHERE a = ? /* ? */ AND b = ?`),
    `SELECT '?', "a?" FROM t -- ?\nWHERE a = $1 /* ? */ AND b = $2`,
  );
});

test.run();
