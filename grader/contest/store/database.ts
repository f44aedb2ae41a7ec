import pg from 'pg';
import type { Programs } from '../../../src/databases/embedded/programs.ts';
import { isAirlabError, OutsideError, UsageError } from '../../../src/errors.ts';
import { ownCluster } from './owner.ts';
import { migrate } from './schema.ts';
import { sha256 } from './secrets.ts';

/** An open PostgreSQL with airlab's tables, of this version of airlab. */
export interface Database {
  /** For workers and other servers. Holds the password: never print it. */
  readonly url: string;
  readonly pool: pg.Pool;
  /** @throws OutsideError `DATABASE_GONE` while the database is away. */
  readonly query: <Row extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<pg.QueryResult<Row>>;
  /** Milliseconds since 1970 by the database's clock, which all servers and workers share. */
  readonly now: () => number;
  /** What the instructor should know of this server: it may forget on a power cut. */
  readonly notices: readonly string[];
  /** Ends the connections, and the PostgreSQL in a folder with them. */
  readonly close: () => Promise<void>;
}

/** PostgreSQL in a folder of our own, or any that runs somewhere. */
export type Where =
  | {
      readonly folder: string;
      /** @default PostgreSQL of the npm package */
      readonly programs?: Programs;
      /** Hears that the server was lost and is back. */
      readonly onTrouble?: (says: string) => void;
    }
  | { readonly url: string };

export interface OpenOptions {
  /** Most connections of this process. @default 10 */
  readonly connections?: number;
}

/** What runs inside one transaction. */
export type Transaction = Pick<Database, 'query'>;

const OLDEST_SERVER = 13;
const CONNECT_MS = 10_000;
const CLOCK_PROBES = 5;
const CLOCK_EVERY_MS = 30_000;

/**
 * Opens the database, making or migrating airlab's tables. A folder has one owner at a time; others connect to its URL.
 * A PostgreSQL in a folder that dies is started again on the same port while it is open.
 *
 * @throws UsageError `DATABASE_IN_USE`, `DATABASE_URL`.
 * @throws OutsideError `DATABASE_GONE`, `DATABASE_REFUSED`, `DATABASE_TOO_OLD`, `DATABASE_NEWER`, and those of
 *   `startCluster`.
 * @example
 * const database = await openDatabase({ folder: '.airlab/contest' });
 * await database.pool.query('SELECT 1');
 * await database.close();
 */
export async function openDatabase(where: Where, { connections = 10 }: OpenOptions = {}): Promise<Database> {
  const owned = 'folder' in where ? await ownCluster(where) : undefined;
  const url = owned?.url ?? checkedUrl('url' in where ? where.url : '');
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: CONNECT_MS });
  // A connection that breaks while nobody uses it is replaced on the next use.
  pool.on('error', () => undefined);
  try {
    const notices = await inspect(pool);
    await migrate(pool);
    const clock = await followClock(pool);
    const close = async (): Promise<void> => {
      clock.stop();
      await pool.end();
      await owned?.close();
    };
    return { url, pool, query: queryOn(pool), now: clock.now, notices, close };
  } catch (error) {
    await pool.end().catch(() => undefined);
    await owned?.close();
    throw databaseTrouble(error, url);
  }
}

/**
 * Runs the work in one transaction: all of it is kept, or nothing. Two that block each other: one is tried again.
 *
 * @throws OutsideError `DATABASE_GONE` when the connection was lost. Whether the commit came through is then not known;
 *   a caller that asks again must carry a key.
 * @example await transact(database, (sql) => sql.query('UPDATE …'));
 */
export async function transact<T>(
  { pool }: Pick<Database, 'pool'>,
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(pool, work);
    } catch (error) {
      if (codeOf(error) !== DEADLOCK || tries === DEADLOCK_TRIES) throw databaseTrouble(error);
    }
  }
}

/** PostgreSQL's code for a second row where one may be. */
export const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
const DEADLOCK_TRIES = 5;

async function once<T>(pool: pg.Pool, work: (sql: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const note = (error: Error): void => {
    broken = error;
  };
  client.on('error', note);
  try {
    await client.query('BEGIN');
    const result = await work({ query: (text, values) => client.query(prepared(text, values)) });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // On a broken connection nothing can be rolled back, and PostgreSQL has done so.
    await client.query('ROLLBACK').catch(note);
    throw error;
  } finally {
    client.off('error', note);
    client.release(broken);
  }
}

const queryOn =
  (pool: pg.Pool): Database['query'] =>
  async (text, values) => {
    try {
      return await pool.query(prepared(text, values));
    } catch (error) {
      throw databaseTrouble(error);
    }
  };

/** Under a name of its own a statement is parsed and planned once a connection: half the time of a submission. */
function prepared(text: string, values: readonly unknown[] = []): pg.QueryConfig {
  return { name: sha256(text).slice(0, 32), text, values: [...values] };
}

/**
 * An error of the connection in airlab's words; every other comes back as it is. The address is told only to whoever
 * opens the database: later errors may be shown to students.
 */
export function databaseTrouble(error: unknown, url?: string): unknown {
  if (isAirlabError(error)) return error;
  const code = codeOf(error);
  const says = error instanceof Error ? error.message : String(error);
  if (url !== undefined && /^28|^3D000/.test(code))
    return new OutsideError(
      `The database ${shownUrl(url)} refused the connection: ${says}`,
      'Check user, password and name of the database in the URL.',
      'DATABASE_REFUSED',
      error,
    );
  const isLost = /^08|^57P0|^53300|^E[A-Z]+$/.test(code) || LOST.test(says);
  if (!isLost) return error;
  if (url === undefined)
    return new OutsideError(
      'The database is away at the moment.',
      'Try again in a moment: what was accepted is kept.',
      'DATABASE_GONE',
      error,
    );
  return new OutsideError(
    `The database ${shownUrl(url)} is not reachable: ${says || code}`,
    'Check that it runs and that the URL is right; then try again.',
    'DATABASE_GONE',
    error,
  );
}

/** What pg says without a code. */
const LOST = /terminated|timeout|ended|closed|not queryable/i;

/** The SQLSTATE, or Node's code; empty when there is none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Without the password. */
export function shownUrl(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'of this URL';
  }
}

function checkedUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new UsageError(
    'The URL of the database does not begin with postgres://.',
    'Give it as postgres://USER:PASSWORD@HOST:5432/NAME',
    'DATABASE_URL',
  );
}

async function inspect(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ version: string; fsync: string; commit: string }>(
    `SELECT current_setting('server_version_num') AS version, current_setting('fsync') AS fsync,
            current_setting('synchronous_commit') AS commit`,
  );
  const version = Math.floor(Number(rows[0]?.version) / 10_000);
  if (version < OLDEST_SERVER)
    throw new OutsideError(
      `This is PostgreSQL ${version}; airlab needs ${OLDEST_SERVER} or newer.`,
      'Upgrade the server, or leave DATABASE_URL out to use the one that airlab brings.',
      'DATABASE_TOO_OLD',
    );
  const off = [
    rows[0]?.fsync === 'off' ? 'fsync' : [],
    rows[0]?.commit === 'off' ? 'synchronous_commit' : [],
  ];
  return off.flat().map((name) => `${name} is off on this PostgreSQL: a power cut may lose accepted work.`);
}

/** The database's clock, by the probe with the shortest way; read again at times, because clocks drift. */
async function followClock(pool: pg.Pool): Promise<{ now: () => number; stop: () => void }> {
  const first = await probe(pool);
  const clock = { offsetMs: first };
  const again = setInterval(() => {
    probe(pool).then(
      (offsetMs) => {
        clock.offsetMs = offsetMs;
      },
      () => undefined, // The old offset serves until the database is back.
    );
  }, CLOCK_EVERY_MS);
  again.unref();
  const now = (): number => Math.round(performance.now() + clock.offsetMs);
  return { now, stop: () => clearInterval(again) };
}

async function probe(pool: pg.Pool): Promise<number> {
  const probes: { tookMs: number; offsetMs: number }[] = [];
  while (probes.length < CLOCK_PROBES) {
    const began = performance.now();
    const { rows } = await pool.query<{ ms: number }>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
    );
    const tookMs = performance.now() - began;
    probes.push({ tookMs, offsetMs: Number(rows[0]?.ms) - began - tookMs / 2 });
  }
  return probes.reduce((best, one) => (one.tookMs < best.tookMs ? one : best)).offsetMs;
}
