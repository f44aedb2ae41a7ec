import { join } from 'node:path';
import type { Client } from 'pg';
import { UsageError } from '../errors.ts';
import { loadDriver } from './driver.ts';
import { databaseFolder } from './folder.ts';
import { hostOf, serverUrl } from './server-url.ts';
import { quoteName, type SqlDatabase, type SqlEngine, type SqlRow, sqlDatabase } from './sql.ts';
import { databaseTrouble, type Whose } from './trouble.ts';

export interface PostgresOptions {
  /** A PostgreSQL that runs somewhere. @default AIRLAB_POSTGRES_URL, else the embedded one */
  readonly url?: string;
  /** Where the embedded one keeps its data. @default `.airlab/databases/postgres` */
  readonly folder?: string;
}

/** One session of a real PostgreSQL. */
export interface PostgresDatabase extends SqlDatabase {
  /** Holds the password. */
  readonly url: string;
  /** Another session of the same database, as another program would have. */
  readonly session: () => Promise<PostgresDatabase>;
  /**
   * Ends the embedded server as a power cut would, for experiments; `postgres()` starts it again.
   *
   * @throws UsageError `NOT_EMBEDDED` for a server of somebody else.
   */
  readonly kill: () => Promise<void>;
}

const VARIABLE = 'AIRLAB_POSTGRES_URL';
const CONNECT_MS = 10_000;
/** `bigint` and `numeric`: texts by default, because a number may be too small for them. Lessons count to thousands. */
const AS_NUMBERS = new Set([20, 1700]);

/**
 * Opens PostgreSQL: the server of AIRLAB_POSTGRES_URL, else the one in the npm package, which is started when it does not
 * run and ends with the last notebook that uses it.
 *
 * @throws OutsideError `SERVER_DOWN`, `WRONG_CREDENTIALS`, `DRIVER_MISSING`, `NO_EMBEDDED_POSTGRES`, `DATABASE_START`.
 * @example
 * const db = await postgres();
 * await db.query('SELECT version()');
 */
export async function postgres(options: PostgresOptions = {}): Promise<PostgresDatabase> {
  const url = options.url ?? serverUrl(VARIABLE, ['postgres', 'postgresql']);
  if (url !== undefined) return connect(url, refuseKill);
  // Only now: airlab is imported by those who need no PostgreSQL, too.
  const { useEmbedded } = await import('./embedded/use.ts');
  const embedded = await useEmbedded(options.folder ?? join(databaseFolder(), 'postgres'));
  return connect(embedded.url, embedded.kill);
}

async function connect(url: string, kill: () => Promise<void>): Promise<PostgresDatabase> {
  const { default: pg } = await loadDriver('pg', () => import('pg'));
  const whose: Whose = { kind: 'PostgreSQL', at: hostOf(url), variable: VARIABLE };
  try {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: 'airlab',
      types: {
        getTypeParser: (id: number, format?: string) =>
          AS_NUMBERS.has(id) ? Number : pg.types.getTypeParser(id, format === 'binary' ? 'binary' : 'text'),
      },
    });
    // The next query says what happened.
    client.on('error', () => undefined);
    await client.connect().catch(async (error: unknown) => {
      await client.end().catch(() => undefined);
      throw error;
    });
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    const engine = `PostgreSQL ${rows[0]?.version.split(' ')[0]}`;
    return {
      ...sqlDatabase(overClient(client, engine, whose)),
      url,
      session: () => connect(url, kill),
      kill,
    };
  } catch (error) {
    throw databaseTrouble(error, whose);
  }
}

function overClient(client: Client, engine: string, whose: Whose): SqlEngine {
  const ask = async (sql: string, values?: readonly unknown[]): Promise<readonly SqlRow[]> => {
    try {
      const answer = await client.query<SqlRow>(sql, values === undefined ? undefined : [...values]);
      return answer.rows ?? [];
    } catch (error) {
      throw databaseTrouble(error, whose);
    }
  };
  return {
    engine,
    mostValues: 60_000,
    quote: quoteName,
    query: (sql, values) => (values.length === 0 ? ask(sql) : ask(numberMarks(sql), values)),
    script: async (sql) => void (await ask(sql)),
    setAside: (tables) => intoBackupSchema(ask, tables),
    close: () => client.end().catch(() => undefined),
  };
}

/** A schema takes indexes and constraints along, so that the same names are free again. */
async function intoBackupSchema(
  ask: (sql: string, values?: readonly unknown[]) => Promise<readonly SqlRow[]>,
  tables: readonly string[],
): Promise<string> {
  const taken = await ask("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'airlab_backup_%'");
  const schema = `airlab_backup_${taken.length + 1}`;
  await ask(`CREATE SCHEMA ${schema}`);
  for (const table of tables) await ask(`ALTER TABLE IF EXISTS ${quoteName(table)} SET SCHEMA ${schema}`);
  return `the schema ${schema}`;
}

/** Our `?` as PostgreSQL's `$1`, but not within texts, names and comments. */
export function numberMarks(sql: string): string {
  let number = 0;
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g, (part) => {
    if (part !== '?') return part;
    number += 1;
    return `$${number}`;
  });
}

const refuseKill = async (): Promise<void> => {
  throw new UsageError(
    'This PostgreSQL belongs to somebody: airlab only kills its own.',
    `Unset ${VARIABLE} to use the embedded one.`,
    'NOT_EMBEDDED',
  );
};
