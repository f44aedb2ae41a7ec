import initSqlJs, { type Database, type SqlJsStatic, type SqlValue } from 'sql.js';
import wasm from 'sql.js/dist/sql-wasm.wasm';

/** Runs in the sandbox, and is all that runs there: the answer's SQL is data to it. Bundled to one file by the build. */

/** What one text of SQL gave. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

const MOST_ROWS = 2_000;
const LONGEST_TEXT = 1_000;

/**
 * Makes a database, asks it, and gives the rows of the last statement that has any.
 *
 * @throws Error with SQLite's words, or when there are too many rows.
 */
export async function ask(script: string, sql: string): Promise<Rows> {
  const { Database } = await engine();
  const db = new Database();
  try {
    db.run(script);
    return lastRows(db, sql);
  } finally {
    db.close();
  }
}

/** Nothing is awaited: the sandbox knows no work that goes on beside its own clock. */
function engine(): Promise<SqlJsStatic> {
  const options = {
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
      done(instance);
      return instance.exports;
    },
  };
  return initSqlJs(options);
}

function lastRows(db: Database, sql: string): Rows {
  let last: Rows = { columns: [], rows: [] };
  for (const statement of db.iterateStatements(sql)) {
    const rows: (number | string | null)[][] = [];
    while (statement.step()) {
      if (rows.length === MOST_ROWS) throw new Error(`it gives more than ${MOST_ROWS} rows`);
      rows.push(statement.get().map(shown));
    }
    const columns = statement.getColumnNames();
    if (columns.length > 0) last = { columns, rows };
  }
  return last;
}

function shown(value: SqlValue): number | string | null {
  if (value instanceof Uint8Array) return `a blob of ${value.length} bytes`;
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
}
