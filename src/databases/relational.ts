import { mysql } from './mysql.ts';
import { postgres } from './postgres.ts';
import type { SqlDatabase } from './sql.ts';
import { sqlite } from './sqlite.ts';

/**
 * The relational database of a lesson: PostgreSQL with AIRLAB_POSTGRES_URL, MySQL or MariaDB with AIRLAB_MYSQL_URL, else
 * SQLite (in memory without a name). The same cells run on each.
 *
 * @throws AirlabError as `sqlite`, `postgres` and `mysql` do.
 * @example const db = await relational();
 */
export async function relational(name?: string): Promise<SqlDatabase> {
  if (process.env.AIRLAB_POSTGRES_URL) return postgres();
  if (process.env.AIRLAB_MYSQL_URL) return mysql();
  return sqlite(name);
}
