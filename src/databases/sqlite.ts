import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Database, SqlValue as SqliteValue } from 'sql.js';
import { OutsideError } from '../errors.ts';
import { loadDriver } from './driver.ts';
import { backUp, databaseFile, databaseFolder, replaceFile, type WriteBytes } from './folder.ts';
import { quoteName, type SqlDatabase, type SqlRow, type SqlValue, sqlDatabase } from './sql.ts';
import { damaged, databaseTrouble } from './trouble.ts';

export interface SqliteOptions {
  /** Where the file lies. @default `.airlab/databases` in the folder of airlab */
  readonly folder?: string;
  /** @default to the disk */
  readonly write?: WriteBytes;
}

/** SQLite, which is always there. */
export interface SqliteDatabase extends SqlDatabase {
  /** Undefined for one in memory. */
  readonly path: string | undefined;
}

/**
 * Opens SQLite: without a name in memory, with a name in a file that keeps every change that was answered.
 *
 * @throws OutsideError `DATABASE_DAMAGED` when the file is no sound database; it is left as it is. `DISK_FULL` and
 *   `CHANGED_BY_ANOTHER` when a change cannot be kept.
 * @example
 * const db = await sqlite('air');
 * await db.query('SELECT count(*) AS rows FROM reading');
 */
export async function sqlite(name?: string, options: SqliteOptions = {}): Promise<SqliteDatabase> {
  const { default: initSqlJs } = await loadDriver('sql.js', () => import('sql.js'));
  const sql = await initSqlJs();
  const path = name === undefined ? undefined : databaseFile(name, 'sqlite', options.folder);
  const isThere = path !== undefined && existsSync(path);
  const db = openSound(path, () => new sql.Database(isThere ? readFileSync(path) : undefined));
  db.run('PRAGMA foreign_keys = ON');
  return { ...overDatabase(db, path, options), path };
}

function openSound(path: string | undefined, open: () => Database): Database {
  try {
    const db = open();
    const found = db.exec('PRAGMA integrity_check(3)')[0]?.values.map(([word]) => String(word)) ?? [];
    if (found.join() === 'ok') return db;
    throw new Error(found.join(', '));
  } catch (error) {
    throw damaged(
      path ?? 'the database',
      error instanceof Error ? error.message : String(error),
      'Put a copy back (the folder backups beside it has those of airlab), or move it away to start anew.',
    );
  }
}

function overDatabase(db: Database, path: string | undefined, { folder, write }: SqliteOptions): SqlDatabase {
  const at = path ?? 'memory';
  const whose = { kind: 'SQLite', at };
  const state = { saved: changesOf(db), seen: path === undefined ? '' : stampOf(path) };
  const exported = (): Uint8Array => {
    const bytes = db.export();
    db.run('PRAGMA foreign_keys = ON');
    return bytes;
  };
  const keep = (): void => {
    if (path === undefined || changesOf(db) === state.saved || isInTransaction(db)) return;
    if (stampOf(path) !== state.seen) throw changedByAnother(path);
    replaceFile(path, exported(), write);
    Object.assign(state, { saved: changesOf(db), seen: stampOf(path) });
  };
  const guarded = async <Result>(work: () => Result): Promise<Result> => {
    try {
      const result = work();
      keep();
      return result;
    } catch (error) {
      throw databaseTrouble(error, whose);
    }
  };
  return sqlDatabase({
    engine: `SQLite ${String(db.exec('SELECT sqlite_version()')[0]?.values[0]?.[0])} (sql.js)`,
    mostValues: 30_000,
    quote: quoteName,
    query: (sql, values) => guarded(() => rowsOf(db, sql, values)),
    script: (sql) => guarded(() => void db.exec(sql)),
    setAside: async (tables) => {
      const file = path ?? databaseFile('memory', 'sqlite', folder ?? databaseFolder());
      if (path === undefined) replaceFile(file, exported(), write);
      const copy = backUp(file);
      await guarded(() => dropTables(db, tables));
      return copy;
    },
    close: async () => {
      await guarded(() => undefined);
      db.close();
    },
  });
}

function rowsOf(db: Database, sql: string, values: readonly SqlValue[]): readonly SqlRow[] {
  const statement = db.prepare(sql);
  try {
    statement.bind(values.map(toSqlite));
    const rows: SqlRow[] = [];
    while (statement.step()) rows.push(statement.getAsObject());
    return rows;
  } finally {
    statement.free();
  }
}

function dropTables(db: Database, tables: readonly string[]): void {
  db.exec('PRAGMA foreign_keys = OFF');
  for (const table of tables) db.exec(`DROP TABLE IF EXISTS ${quoteName(table)}`);
  db.exec('PRAGMA foreign_keys = ON');
}

/** SQLite knows no booleans and no dates. */
function toSqlite(value: SqlValue): SqliteValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Date ? value.toISOString() : value;
}

/** Changes whenever a row or a table does. */
function changesOf(db: Database): string {
  const numbers = db.exec('SELECT total_changes(); PRAGMA schema_version; PRAGMA user_version');
  return numbers.map(({ values }) => values[0]?.[0]).join();
}

/** Only outside a transaction may foreign keys be switched; that is how SQLite tells. */
function isInTransaction(db: Database): boolean {
  const isOn = (): boolean => db.exec('PRAGMA foreign_keys')[0]?.values[0]?.[0] === 1;
  const before = isOn();
  db.exec(`PRAGMA foreign_keys = ${before ? 'OFF' : 'ON'}`);
  const isInside = isOn() === before;
  db.exec(`PRAGMA foreign_keys = ${before ? 'ON' : 'OFF'}`);
  return isInside;
}

function stampOf(path: string): string {
  try {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    return '';
  }
}

const changedByAnother = (path: string): OutsideError =>
  new OutsideError(
    `${path} was changed by another notebook or program meanwhile; the last change of this one was not written.`,
    'Open it again with sqlite(…) and repeat the change. Only one notebook at a time can write to it.',
    'CHANGED_BY_ANOTHER',
  );
