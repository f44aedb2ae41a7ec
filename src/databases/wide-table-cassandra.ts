import { OutsideError } from '../errors.ts';
import { loadDriver } from './driver.ts';
import { databaseTrouble, type Whose } from './trouble.ts';
import type { WideRow, WideShape, WideStore, WideValue } from './wide-table.ts';

const VARIABLE = 'AIRLAB_CASSANDRA_HOSTS';
const KEYSPACE = 'airlab';
const CONNECT_MS = 8_000;
const AT_ONCE = 64;

/** `name:password@host:port,host:port`. */
interface Address {
  readonly contactPoints: string[];
  readonly credentials?: { readonly username: string; readonly password: string };
}

/** The real thing: keyspace `airlab` on one replica, so that a laptop's single node can serve it. */
export async function cassandraStore(shape: WideShape, hosts: string): Promise<WideStore> {
  const { Client } = await loadDriver('cassandra-driver', () => import('cassandra-driver'));
  const address = addressOf(hosts);
  const whose: Whose = { kind: 'Cassandra', at: address.contactPoints.join(','), variable: VARIABLE };
  const client = new Client({
    ...address,
    ...(await dataCentre(address)),
    socketOptions: { connectTimeout: CONNECT_MS },
  });
  const run = async (text: string, values: readonly unknown[] = []): Promise<readonly WideRow[]> => {
    try {
      const { rows } = await client.execute(text, [...values], { prepare: values.length > 0 });
      return (rows ?? []).map((row) =>
        Object.fromEntries(row.keys().map((key) => [key, toWide(row.get(key))])),
      );
    } catch (error) {
      throw databaseTrouble(error, whose);
    }
  };
  const close = (): Promise<void> => client.shutdown();
  const version = await orClosed(close, () => makeReady(shape, run));
  const insert = insertOf(shape);
  const names = Object.keys(shape.columns);
  return {
    engine: `Cassandra ${version}`,
    write: async (rows) => {
      for (let from = 0; from < rows.length; from += AT_ONCE)
        await Promise.all(
          rows.slice(from, from + AT_ONCE).map((row) =>
            run(
              insert,
              names.map((name) => row[name] ?? null),
            ),
          ),
        );
    },
    select: ({ text, values }) => run(text.replace(`FROM ${shape.name} `, `FROM ${tableOf(shape)} `), values),
    close,
  };
}

type Run = (text: string, values?: readonly unknown[]) => Promise<readonly WideRow[]>;

/** Makes keyspace and table where they are not there, and looks whether the table is ours. @returns the version */
async function makeReady(shape: WideShape, run: Run): Promise<string> {
  const [local] = await run('SELECT release_version FROM system.local');
  await run(
    `CREATE KEYSPACE IF NOT EXISTS ${KEYSPACE} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}`,
  );
  await run(createTable(tableOf(shape), shape));
  const there = await run(
    'SELECT column_name FROM system_schema.columns WHERE keyspace_name = ? AND table_name = ?',
    [KEYSPACE, shape.name],
  );
  refuseOther(
    shape,
    there.map(({ column_name }) => String(column_name)),
  );
  return String(local?.release_version);
}

/** A client that is left open keeps a program from ending. */
async function orClosed<Result>(close: () => Promise<void>, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await close();
    throw error;
  }
}

const tableOf = ({ name }: WideShape): string => `${KEYSPACE}.${name}`;

const insertOf = (shape: WideShape): string => {
  const names = Object.keys(shape.columns);
  return `INSERT INTO ${tableOf(shape)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
};

/** Its name differs from cluster to cluster, and the driver wants to know it: asked with a driver that does not care. */
async function dataCentre({ contactPoints, credentials }: Address): Promise<{ localDataCenter: string }> {
  const { Client, policies } = await loadDriver('cassandra-driver', () => import('cassandra-driver'));
  const client = new Client({
    contactPoints,
    ...(credentials ? { credentials } : {}),
    policies: { loadBalancing: new policies.loadBalancing.RoundRobinPolicy() },
    socketOptions: { connectTimeout: CONNECT_MS },
  });
  try {
    const { rows } = await client.execute('SELECT data_center FROM system.local');
    return { localDataCenter: String(rows[0]?.get('data_center')) };
  } catch (error) {
    throw databaseTrouble(error, { kind: 'Cassandra', at: contactPoints.join(','), variable: VARIABLE });
  } finally {
    await client.shutdown();
  }
}

function addressOf(hosts: string): Address {
  const [, name, password, rest = hosts] = /^([^:@]+):([^@]*)@(.+)$/.exec(hosts) ?? [];
  const contactPoints = rest.split(',').map((host) => host.trim());
  if (name === undefined || password === undefined) return { contactPoints };
  return { contactPoints, credentials: { username: name, password } };
}

function createTable(table: string, { columns, partitionKey, clusteringKey }: WideShape): string {
  const list = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  const key = [`(${partitionKey.join(', ')})`, ...clusteringKey].join(', ');
  return `CREATE TABLE IF NOT EXISTS ${table} (${list.join(', ')}, PRIMARY KEY (${key}))`;
}

function refuseOther({ name, columns }: WideShape, there: readonly string[]): void {
  const wanted = Object.keys(columns).sort().join(', ');
  if ([...there].sort().join(', ') === wanted) return;
  throw new OutsideError(
    `Cassandra has a table ${KEYSPACE}.${name} with other columns (${there.join(', ')}), made by another lesson.`,
    `Its rows are left alone: choose another name, as in { name: '${name}_2', … }.`,
    'OLDER_SCHEMA',
  );
}

function toWide(value: unknown): WideValue {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
