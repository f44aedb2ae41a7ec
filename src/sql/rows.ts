import type { Database, SqlValue } from 'sql.js';
import type { SqlRow } from './sql-file.ts';

/** The rows of one query. Of two columns with one name the second is called `name 2`, so that none is lost. */
export function readRows(
  db: Database,
  sql: string,
  parameters: SqlValue[] | Record<string, SqlValue>,
): SqlRow[] {
  const statement = db.prepare(sql);
  try {
    statement.bind(parameters);
    const rows: SqlRow[] = [];
    const names: string[] = [];
    while (statement.step()) {
      if (names.length === 0) names.push(...apart(statement.getColumnNames()));
      const values = statement.get();
      rows.push(Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])));
    }
    return rows;
  } finally {
    statement.free();
  }
}

function apart(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

/** SQLite refuses to begin a transaction in a transaction. */
export function isInTransaction(db: Database): boolean {
  try {
    db.run('BEGIN');
  } catch {
    return true;
  }
  db.run('ROLLBACK');
  return false;
}
