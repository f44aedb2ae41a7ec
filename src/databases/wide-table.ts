import { UsageError } from '../errors.ts';
import { cassandraStore } from './wide-table-cassandra.ts';
import { sqliteStore } from './wide-table-sqlite.ts';

/** What a cell of a wide table can hold. */
export type WideValue = string | number | boolean | null;
export type WideRow = Readonly<Record<string, WideValue>>;
export type WideType = 'text' | 'double' | 'int' | 'boolean';

/** A table that is cut into partitions, each sorted by its clustering columns. */
export interface WideShape {
  /** Letters, digits and _. */
  readonly name: string;
  readonly columns: Readonly<Record<string, WideType>>;
  /** Together they say in which partition, so on which machine, a row lies. */
  readonly partitionKey: readonly string[];
  /** The order of the rows within a partition. */
  readonly clusteringKey: readonly string[];
}

/** Which rows of one partition. */
export interface WideRead {
  /** Every partition column, and clustering columns from the first one on. */
  readonly where: WideRow;
  /** From and to which value of the next clustering column, both included. */
  readonly from?: WideValue;
  readonly to?: WideValue;
  readonly newestFirst?: boolean;
  readonly limit?: number;
}

export interface WideTable {
  readonly engine: string;
  /** Writes rows. One with the same keys is written over: here every INSERT is that. */
  readonly write: (rows: readonly WideRow[]) => Promise<number>;
  /** @throws UsageError `WITHOUT_PARTITION`, `NO_SUCH_ORDER` for a read that would have to ask every machine. */
  readonly read: (read: WideRead) => Promise<WideRow[]>;
  /** The statement of a read, in the language of the engine. */
  readonly statement: (read: WideRead) => string;
  readonly close: () => Promise<void>;
}

/** What an engine does with a shape that was looked at. */
export interface WideStore {
  readonly engine: string;
  readonly write: (rows: readonly WideRow[]) => Promise<void>;
  readonly select: (plan: WidePlan) => Promise<readonly WideRow[]>;
  readonly close: () => Promise<void>;
}

/** A read as a statement: the same text in CQL and in SQL. */
export interface WidePlan {
  readonly text: string;
  readonly values: readonly WideValue[];
}

export interface WideOptions {
  /** Of Cassandra: `host:port,host:port`. @default AIRLAB_CASSANDRA_HOSTS, else a model of it in SQLite */
  readonly hosts?: string;
}

/**
 * Opens a wide column table: in the Cassandra of AIRLAB_CASSANDRA_HOSTS, else in SQLite by the same rules: rows are
 * sorted by their keys on disk, a write overwrites, and a read must name its partition.
 *
 * @throws UsageError `WIDE_SHAPE` for keys that are no columns. @throws OutsideError `OLDER_SCHEMA` when Cassandra has a
 *   table of that name with other columns, and those of the engine.
 * @example
 * const readings = await wideTable({
 *   name: 'reading', columns: { city: 'text', hour: 'text', pm2_5: 'double' },
 *   partitionKey: ['city'], clusteringKey: ['hour'],
 * });
 */
export async function wideTable(shape: WideShape, options: WideOptions = {}): Promise<WideTable> {
  checkShape(shape);
  const hosts = options.hosts ?? process.env.AIRLAB_CASSANDRA_HOSTS;
  const store = hosts ? await cassandraStore(shape, hosts) : await sqliteStore(shape);
  return {
    engine: store.engine,
    write: async (rows) => {
      for (const row of rows) checkRow(shape, row);
      await store.write(rows);
      return rows.length;
    },
    read: async (read) => [...(await store.select(planRead(shape, read)))],
    statement: (read) => planRead(shape, read).text,
    close: store.close,
  };
}

/** The statement of a read; a read that no single partition can answer is refused, as Cassandra refuses it. */
export function planRead(shape: WideShape, { where, from, to, newestFirst, limit }: WideRead): WidePlan {
  const given = Object.keys(where);
  const missing = shape.partitionKey.filter((column) => !given.includes(column));
  if (missing.length > 0)
    throw new UsageError(
      `The read does not say ${missing.join(' and ')}, so nobody knows in which partition of ${shape.name} to look.`,
      `Name ${shape.partitionKey.join(' and ')} in where, or keep a second table with another partition key.`,
      'WITHOUT_PARTITION',
    );
  const clustering = given.filter((column) => !shape.partitionKey.includes(column));
  const next = shape.clusteringKey[clustering.length];
  const isPrefix = clustering.every((column) => shape.clusteringKey.indexOf(column) < clustering.length);
  const isRange = from !== undefined || to !== undefined;
  if (!isPrefix || clustering.some((column) => !shape.clusteringKey.includes(column)) || (isRange && !next))
    throw new UsageError(
      `The rows of ${shape.name} are sorted by ${shape.clusteringKey.join(', then ')}; this read asks by something else.`,
      `Ask by ${shape.clusteringKey[0] ?? 'the partition'} first, or filter the rows that come.`,
      'NO_SUCH_ORDER',
    );
  const conditions = [
    ...given.map((column) => ({ text: `${column} = ?`, value: where[column] ?? null })),
    ...(from === undefined ? [] : [{ text: `${next} >= ?`, value: from }]),
    ...(to === undefined ? [] : [{ text: `${next} <= ?`, value: to }]),
  ];
  const order = newestFirst ? 'DESC' : 'ASC';
  const words = [
    `SELECT * FROM ${shape.name} WHERE ${conditions.map(({ text }) => text).join(' AND ')}`,
    ...(shape.clusteringKey.length === 0
      ? []
      : [`ORDER BY ${shape.clusteringKey.map((column) => `${column} ${order}`).join(', ')}`]),
    ...(limit === undefined ? [] : [`LIMIT ${Math.max(1, Math.trunc(limit))}`]),
  ];
  return { text: words.join(' '), values: conditions.map(({ value }) => value) };
}

function checkShape({ name, columns, partitionKey, clusteringKey }: WideShape): void {
  const keys = [...partitionKey, ...clusteringKey];
  const names = [name, ...Object.keys(columns)];
  const isName = (text: string): boolean => /^[a-z][a-z0-9_]{0,47}$/.test(text);
  if (partitionKey.length > 0 && keys.every((key) => Object.hasOwn(columns, key)) && names.every(isName))
    return;
  throw new UsageError(
    `'${name}' cannot be a wide table: its keys must be columns, one of them a partition key, all names small letters.`,
    "As in { name: 'reading', columns: { city: 'text', … }, partitionKey: ['city'], clusteringKey: ['hour'] }.",
    'WIDE_SHAPE',
  );
}

function checkRow({ name, columns, partitionKey, clusteringKey }: WideShape, row: WideRow): void {
  const empty = [...partitionKey, ...clusteringKey].find(
    (key) => row[key] === undefined || row[key] === null,
  );
  const unknown = Object.keys(row).find((column) => !Object.hasOwn(columns, column));
  if (empty === undefined && unknown === undefined) return;
  throw new UsageError(
    empty === undefined
      ? `${name} has no column ${unknown}.`
      : `A row without ${empty} has no place in ${name}.`,
    `Its columns are ${Object.keys(columns).join(', ')}; the keys must be there.`,
    'WIDE_ROW',
  );
}
