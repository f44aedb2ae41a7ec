import type { Connection } from 'mysql2/promise';
import { OutsideError } from '../errors.ts';
import { loadDriver } from './driver.ts';
import { hostOf, serverUrl } from './server-url.ts';
import { type SqlDatabase, type SqlEngine, type SqlRow, type SqlValue, sqlDatabase } from './sql.ts';
import { databaseTrouble, type Whose } from './trouble.ts';

export interface MysqlOptions {
  /** @default AIRLAB_MYSQL_URL */
  readonly url?: string;
}

const VARIABLE = 'AIRLAB_MYSQL_URL';
const CONNECT_MS = 10_000;
/** MySQL cannot prepare every statement; this number says so. */
const NOT_PREPARED = 1295;

/**
 * Opens the MySQL or MariaDB of AIRLAB_MYSQL_URL. There is no embedded one.
 *
 * @throws OutsideError `NO_SERVER` when the variable is not set, `SERVER_DOWN`, `WRONG_CREDENTIALS`, `DRIVER_MISSING`.
 * @example const db = await mysql();
 */
export async function mysql(options: MysqlOptions = {}): Promise<SqlDatabase> {
  const url = options.url ?? serverUrl(VARIABLE, ['mysql', 'mariadb']);
  if (url === undefined)
    throw new OutsideError(
      `There is no embedded MySQL, and ${VARIABLE} names no server.`,
      'npm run servers starts MariaDB where it is installed and prints what to set; sqlite() needs no server.',
      'NO_SERVER',
    );
  const driver = await loadDriver('mysql2', () => import('mysql2/promise'));
  const whose: Whose = { kind: 'MySQL', at: hostOf(url), variable: VARIABLE };
  try {
    const connection = await driver.createConnection({
      uri: url.replace(/^mariadb:/i, 'mysql:'),
      connectTimeout: CONNECT_MS,
      multipleStatements: true,
      decimalNumbers: true,
      timezone: 'Z',
    });
    connection.on('error', () => undefined);
    const [rows] = await connection.query('SELECT version() AS version');
    return sqlDatabase(overConnection(connection, nameOf(rows), whose));
  } catch (error) {
    throw databaseTrouble(error, whose);
  }
}

function nameOf(rows: unknown): string {
  const [number = '', name = ''] = String(rowsIn(rows)[0]?.version).split('-');
  return name === 'MariaDB' ? `MariaDB ${number}` : `MySQL ${number}`;
}

/** The driver gives rows for a SELECT, counts for everything else. */
function rowsIn(answer: unknown): readonly SqlRow[] {
  if (!Array.isArray(answer)) return [];
  return answer.filter(
    (row): row is SqlRow => typeof row === 'object' && row !== null && !Array.isArray(row),
  );
}

function overConnection(connection: Connection, engine: string, whose: Whose): SqlEngine {
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw databaseTrouble(error, whose);
    }
  };
  const prepared = async (sql: string, values: readonly SqlValue[]): Promise<unknown> => {
    try {
      return (await connection.execute(sql, [...values]))[0];
    } catch (error) {
      if (values.length === 0 && numberOf(error) === NOT_PREPARED) return (await connection.query(sql))[0];
      throw error;
    }
  };
  const script = (sql: string): Promise<void> => guarded(async () => void (await connection.query(sql)));
  return {
    engine,
    mostValues: 60_000,
    quote: quoteMysql,
    query: (sql, values) => guarded(async () => rowsIn(await prepared(sql, values))),
    script,
    setAside: async (tables) => {
      const [all] = await connection.query('SHOW TABLES');
      const names = rowsIn(all).flatMap((row) => Object.values(row).map(String));
      const number = 1 + names.filter((name) => /_backup_\d+$/.test(name)).length;
      for (const table of tables.filter((name) => names.includes(name)))
        await script(`RENAME TABLE ${quoteMysql(table)} TO ${quoteMysql(`${table}_backup_${number}`)}`);
      return `tables whose names end in _backup_${number}`;
    },
    close: () => connection.end().catch(() => undefined),
  };
}

function numberOf(error: unknown): number | undefined {
  const number: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'errno') : undefined;
  return typeof number === 'number' ? number : undefined;
}

const quoteMysql = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
