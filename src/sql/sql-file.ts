import type { Database, SqlValue } from 'sql.js';
import { isInTransaction, readRows } from './rows.ts';
import { sqlError } from './sql-error.ts';
import { DatabaseFileError, writeWhole } from './whole-file.ts';

/** A value of SQLite. What has no value is `null`. */
export type SqlCell = number | string | Uint8Array | null;

/** One row of an answer, by the names of its columns. */
export type SqlRow = Readonly<Record<string, SqlCell>>;

/** Values for the `?` of a statement, in order; or for its `:names`. */
export type SqlParameters = readonly SqlCell[] | Readonly<Record<string, SqlCell>>;

/**
 * A SQLite database that is worked on in memory (sql.js), and the file in which it is kept. What was not saved is gone
 * when the process ends.
 *
 * @example
 * const db = await db_create('air.sqlite', 'CREATE TABLE city (name TEXT PRIMARY KEY)');
 * db.run('INSERT INTO city VALUES (?)', ['Roskilde']);
 * db.all('SELECT * FROM city'); // [{ name: 'Roskilde' }]
 * db.save();
 */
export class SqlFile {
  readonly #db: Database;
  /** Where `save` writes; undefined for a database in memory only. */
  readonly path: string | undefined;
  /** Where the file lies that had the name before, when there was one. */
  readonly backup: string | undefined;

  constructor(
    db: Database,
    { path, backup }: { path?: string | undefined; backup?: string | undefined } = {},
  ) {
    this.#db = db;
    this.path = path;
    this.backup = backup;
  }

  /**
   * All rows of one query.
   *
   * @throws AirlabError `SQL_…` with SQLite's words and the next step.
   */
  all(sql: string, parameters: SqlParameters = []): SqlRow[] {
    return this.#try(sql, () => readRows(this.#db, sql, bound(parameters)));
  }

  /**
   * Runs statements. With parameters: exactly one statement.
   *
   * @returns how many rows the last one changed
   * @throws AirlabError `SQL_…`; a CHECK, UNIQUE or FOREIGN KEY that was hurt changes nothing.
   */
  run(sql: string, parameters: SqlParameters = []): number {
    return this.#try(sql, () => {
      const values = bound(parameters);
      const isEmpty = Array.isArray(values) && values.length === 0;
      this.#db.run(sql, isEmpty ? undefined : values);
      return this.#db.getRowsModified();
    });
  }

  /**
   * Writes the database to its file: whole, or not at all, so that a full disk leaves the old file as it was.
   *
   * @throws AirlabError `DB_IN_TRANSACTION`, `DB_NO_FILE`, `DISK_FULL`, `DB_NOT_WRITTEN`
   */
  save(): void {
    if (this.path === undefined)
      throw new DatabaseFileError('This database has no file: it was made in memory.', {
        code: 'DB_NO_FILE',
        hint: "Make it with a name: await db_create('air.sqlite', schema).",
      });
    if (isInTransaction(this.#db))
      throw new DatabaseFileError('A transaction is open, so nothing can be saved yet.', {
        code: 'DB_IN_TRANSACTION',
        hint: "End it first: db.run('COMMIT') keeps its changes, db.run('ROLLBACK') drops them.",
      });
    // Connection settings do not belong to the file, and sql.js opens it anew after an export.
    const bytes = this.#db.export();
    this.#db.run('PRAGMA foreign_keys = ON');
    writeWhole(this.path, bytes);
  }

  /** Ends it. Does not save. */
  close(): void {
    this.#db.close();
  }

  #try<T>(sql: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw sqlError(sql, error);
    }
  }
}

function bound(parameters: SqlParameters): SqlValue[] | Record<string, SqlValue> {
  if (isList(parameters)) return [...parameters];
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`:${name}`, value]));
}

const isList = (parameters: SqlParameters): parameters is readonly SqlCell[] => Array.isArray(parameters);
