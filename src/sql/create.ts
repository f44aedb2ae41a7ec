import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database, SqlJsStatic } from 'sql.js';
import { SqlFile } from './sql-file.ts';
import { DatabaseFileError, keepBackup } from './whole-file.ts';

const IN_MEMORY = ':memory:';

/**
 * Makes a database file and opens it. A file that has the name already is kept, under another one: see `backup`.
 *
 * @param path of the file, or `':memory:'`
 * @param schema its tables, as SQL
 * @throws AirlabError `SQL_…` for a wrong schema (then no file is made or moved), `DISK_FULL`, `DB_NOT_WRITTEN`
 * @example
 * const db = await db_create('air.sqlite', 'CREATE TABLE city (name TEXT PRIMARY KEY)');
 */
export async function db_create(path: string, schema = ''): Promise<SqlFile> {
  const engine = await loadEngine();
  const db = new engine.Database();
  db.run('PRAGMA foreign_keys = ON');
  new SqlFile(db).run(schema);
  if (path === IN_MEMORY) return new SqlFile(db);
  const file = new SqlFile(db, { path, backup: keepBackup(path) });
  file.save();
  return file;
}

export interface OpenOptions {
  /** The `PRAGMA user_version` that the caller's code needs. @default whatever the file has */
  readonly version?: number;
}

/**
 * Opens a database file.
 *
 * @throws DatabaseFileError `DB_MISSING`, `DB_CORRUPTED`, `DB_OLD_SCHEMA`; the file is left as it is.
 * @example const db = await db_open('air.sqlite');
 */
export async function db_open(path: string, { version }: OpenOptions = {}): Promise<SqlFile> {
  const bytes = read(path);
  const engine = await loadEngine();
  const db = sound(engine, bytes, path);
  db.run('PRAGMA foreign_keys = ON');
  const found = Number(db.exec('PRAGMA user_version')[0]?.values[0]?.[0] ?? 0);
  if (version === undefined || found === version) return new SqlFile(db, { path });
  db.close();
  throw new DatabaseFileError(
    `${basename(path)} has tables of version ${found}; this lesson needs version ${version}.`,
    {
      code: 'DB_OLD_SCHEMA',
      hint: 'Run the cell that calls db_create: it makes a new file, and keeps yours under another name.',
    },
  );
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new DatabaseFileError(`There is no database file ${basename(path)}.`, {
      code: 'DB_MISSING',
      hint: 'Make it with db_create, or look at the name and the folder.',
      cause,
    });
  }
}

/** A file that only begins like a database is found out here, not in the middle of a lesson. */
function sound({ Database }: SqlJsStatic, bytes: Uint8Array, path: string): Database {
  const db = new Database(bytes);
  try {
    const says = db.exec('PRAGMA quick_check')[0]?.values[0]?.[0];
    if (says === 'ok') return db;
    throw new Error(String(says));
  } catch (cause) {
    db.close();
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new DatabaseFileError(`${basename(path)} is damaged or no database: ${reason}.`, {
      code: 'DB_CORRUPTED',
      hint: 'Take its newest backup (NAME.backup-1.sqlite), or make it again with db_create, which keeps this one.',
      cause,
    });
  }
}

/** Compiled once a process, on first use. */
const engine: { loading?: Promise<SqlJsStatic> } = {};

async function loadEngine(): Promise<SqlJsStatic> {
  engine.loading ??= import('sql.js').then(({ default: start }) => start());
  return engine.loading;
}
