/** What a statement may be given for a `?`. */
export type SqlValue = null | boolean | number | bigint | string | Uint8Array | Date;

/** One row of an answer, by column. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** One relational database, whichever engine is behind it. Each is one session: its transactions are its own. */
export interface SqlDatabase {
  /** Name and version of what answers: `SQLite 3.54.1 (sql.js)`, `PostgreSQL 18.4`. */
  readonly engine: string;
  /**
   * Runs one statement and gives its rows; `?` stands for a value, in every engine.
   *
   * @throws AirlabError with the code `SQL` for a statement that the engine refuses, or one of `troubles.ts`.
   * @example await db.query<{ city: string }>('SELECT city FROM reading WHERE pm2_5 > ?', [15])
   */
  readonly query: <Row extends object = SqlRow>(sql: string, values?: readonly SqlValue[]) => Promise<Row[]>;
  /** Runs several statements, divided by `;`, and gives no rows. */
  readonly script: (sql: string) => Promise<void>;
  /** Adds rows, all of them or none. @returns how many */
  readonly insert: (table: string, rows: readonly Readonly<Record<string, SqlValue>>[]) => Promise<number>;
  /** Runs the work between BEGIN and COMMIT; an error in it rolls back and is thrown on. */
  readonly transaction: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Takes tables away without losing a row. @returns where they are now */
  readonly setAside: (tables: readonly string[]) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** What an engine must bring; the rest follows. */
export interface SqlEngine {
  readonly engine: string;
  readonly query: (sql: string, values: readonly SqlValue[]) => Promise<readonly SqlRow[]>;
  readonly script: (sql: string) => Promise<void>;
  /** After a COMMIT of `transaction`. */
  readonly committed?: () => Promise<void>;
  readonly setAside: (tables: readonly string[]) => Promise<string>;
  readonly close: () => Promise<void>;
  /** Most values of one statement. */
  readonly mostValues: number;
  readonly quote: (name: string) => string;
}

/** The whole interface on top of an engine. */
export function sqlDatabase(engine: SqlEngine): SqlDatabase {
  const state = { depth: 0 };
  const transaction = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (state.depth > 0) return work();
    await engine.script('BEGIN');
    state.depth += 1;
    try {
      const result = await work();
      await engine.script('COMMIT');
      state.depth -= 1;
      await engine.committed?.();
      return result;
    } catch (error) {
      if (state.depth > 0) {
        state.depth -= 1;
        // A connection that broke has rolled back by itself.
        await engine.script('ROLLBACK').catch(() => undefined);
      }
      throw error;
    }
  };
  return {
    engine: engine.engine,
    // The one border cast: the caller names the shape that its own SELECT gives.
    query: async <Row extends object = SqlRow>(sql: string, values: readonly SqlValue[] = []) =>
      [...(await engine.query(sql, values))] as Row[],
    script: engine.script,
    insert: (table, rows) => transaction(() => insertRows(engine, table, rows)),
    transaction,
    setAside: engine.setAside,
    close: engine.close,
  };
}

async function insertRows(
  { query, mostValues, quote }: SqlEngine,
  table: string,
  rows: readonly Readonly<Record<string, SqlValue>>[],
): Promise<number> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return 0;
  const atOnce = Math.max(1, Math.floor(mostValues / columns.length));
  const marks = `(${columns.map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    await query(
      `INSERT INTO ${quote(table)} (${columns.map(quote).join(', ')}) VALUES ${some.map(() => marks).join(', ')}`,
      some.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
  return rows.length;
}

/** `"name"`, as standard SQL quotes names. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
