import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../errors.ts';
import { db_create, db_open } from '../../sql/create.ts';
import { notWritten } from '../../sql/whole-file.ts';

const SCHEMA = `CREATE TABLE city (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE reading (city_id INTEGER NOT NULL REFERENCES city(id), pm2_5 REAL CHECK (pm2_5 >= 0))`;

const test = suite<{ folder: string; file: string }>('db_create');
test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'airlab-sql-'));
  context.file = join(context.folder, 'air.sqlite');
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isAirlabError(error)) return error.code;
    throw error;
  }
  return 'no error';
}

const codeOfPromise = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error) => (isAirlabError(error) ? error.code : String(error)),
  );

test('db_create :: makes a file that db_open reads', async ({ file }) => {
  const db = await db_create(file, SCHEMA);
  assert.is(db.run('INSERT INTO city (name) VALUES (?)', ['Roskilde']), 1);
  db.save();
  db.close();
  const again = await db_open(file);
  assert.equal(again.all('SELECT * FROM city'), [{ id: 1, name: 'Roskilde' }]);
  assert.equal(again.all('SELECT name FROM city WHERE name = :name', { name: 'Roskilde' }), [
    { name: 'Roskilde' },
  ]);
});

test('db_create :: a file with the name is kept', async ({ folder, file }) => {
  writeFileSync(file, 'my notes');
  const first = await db_create(file, SCHEMA);
  const second = await db_create(file, SCHEMA);
  assert.is(first.backup, join(folder, 'air.backup-1.sqlite'));
  assert.is(readFileSync(String(first.backup), 'utf8'), 'my notes');
  assert.equal(readdirSync(folder).sort(), ['air.backup-1.sqlite', 'air.backup-2.sqlite', 'air.sqlite']);
  assert.is(second.path, file);
});

test('db_create :: a wrong schema moves and makes nothing', async ({ folder, file }) => {
  writeFileSync(file, 'my notes');
  assert.is(await codeOfPromise(db_create(file, 'CREATE TABEL x (y)')), 'SQL_SYNTAX');
  assert.equal(readdirSync(folder), ['air.sqlite']);
});

test('rules :: each has its own code, also after a save', async ({ file }) => {
  const db = await db_create(file, SCHEMA);
  db.run(`INSERT INTO city (name) VALUES ('Roskilde')`);
  db.save();
  assert.is(
    codeOf(() => db.run(`INSERT INTO city (name) VALUES ('Roskilde')`)),
    'SQL_UNIQUE',
  );
  assert.is(
    codeOf(() => db.run('INSERT INTO reading VALUES (1, -5)')),
    'SQL_CHECK',
  );
  assert.is(
    codeOf(() => db.run('INSERT INTO reading VALUES (9, 5)')),
    'SQL_FOREIGN_KEY',
  );
  assert.is(
    codeOf(() => db.run('INSERT INTO city (name) VALUES (NULL)')),
    'SQL_NOT_NULL',
  );
  assert.is(
    codeOf(() => db.all('SELECT pm25 FROM reading')),
    'SQL_NO_SUCH',
  );
  assert.is(
    codeOf(() => db.all('SELECT 1 FROM reading WHERE avg(pm2_5) > 3')),
    'SQL_AGGREGATE',
  );
});

test('all :: two columns with one name are both there', async () => {
  const db = await db_create(':memory:');
  assert.equal(db.all('SELECT 1 AS id, 2 AS id'), [{ id: 1, 'id 2': 2 }]);
});

test('save :: in a transaction, or without a file :: says so', async ({ file }) => {
  const db = await db_create(file, SCHEMA);
  db.run('BEGIN');
  assert.is(
    codeOf(() => db.save()),
    'DB_IN_TRANSACTION',
  );
  db.run('ROLLBACK');
  db.save();
  const inMemory = await db_create(':memory:', SCHEMA);
  assert.is(
    codeOf(() => inMemory.save()),
    'DB_NO_FILE',
  );
});

test('save :: a folder that is gone :: says so', async ({ folder, file }) => {
  const db = await db_create(file, SCHEMA);
  rmSync(folder, { recursive: true });
  assert.is(
    codeOf(() => db.save()),
    'DB_NOT_WRITTEN',
  );
});

test('db_create :: a folder in the way :: stays where it is', async ({ folder }) => {
  assert.is(await codeOfPromise(db_create(folder, SCHEMA)), 'DB_NOT_WRITTEN');
  assert.equal(readdirSync(folder), []);
});

test('save :: a full disk :: is told apart', () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const error = notWritten('air.sqlite', 12_345, full);
  assert.is(error.code, 'DISK_FULL');
  assert.match(error.message, /air\.sqlite was not saved: the disk is full \(13 kB/);
});

test('db_open :: missing, damaged, of another lesson :: each has its own words', async ({ file }) => {
  assert.is(await codeOfPromise(db_open(file)), 'DB_MISSING');
  writeFileSync(file, 'no database at all, but long enough to be looked at as if it were one'.repeat(20));
  assert.is(await codeOfPromise(db_open(file)), 'DB_CORRUPTED');
  const db = await db_create(file, `${SCHEMA}; PRAGMA user_version = 3;`);
  db.close();
  assert.is(await codeOfPromise(db_open(file, { version: 7 })), 'DB_OLD_SCHEMA');
  assert.is(await codeOfPromise(db_open(file, { version: 3 })), 'no error');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x41, 4096));
  assert.is(await codeOfPromise(db_open(file)), 'DB_CORRUPTED');
});

test.run();
