import type { SqlRow } from './sql.ts';
import { sqlite } from './sqlite.ts';
import type { WideRow, WideShape, WideStore, WideType, WideValue } from './wide-table.ts';

const TYPES: Readonly<Record<WideType, string>> = {
  text: 'TEXT',
  double: 'REAL',
  int: 'INTEGER',
  boolean: 'INTEGER',
};

/**
 * The model: WITHOUT ROWID makes SQLite keep the rows themselves in the order of the primary key, so a partition is one
 * stretch of the file, as it is one stretch of a machine's disk in Cassandra. What it is not: many machines.
 */
export async function sqliteStore(shape: WideShape): Promise<WideStore> {
  const db = await sqlite();
  const names = Object.keys(shape.columns);
  const columns = Object.entries(shape.columns).map(([name, type]) => `${name} ${TYPES[type]}`);
  const key = [...shape.partitionKey, ...shape.clusteringKey].join(', ');
  await db.query(`CREATE TABLE ${shape.name} (${columns.join(', ')}, PRIMARY KEY (${key})) WITHOUT ROWID`);
  const others = names.filter((name) => ![...shape.partitionKey, ...shape.clusteringKey].includes(name));
  const keep = others.map((name) => `${name} = excluded.${name}`).join(', ');
  const upsert = `INSERT INTO ${shape.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (${key}) DO ${keep === '' ? 'NOTHING' : `UPDATE SET ${keep}`}`;
  return {
    engine: `a model of partitions in ${db.engine}`,
    write: (rows) =>
      db.transaction(async () => {
        for (const row of rows)
          await db.query(
            upsert,
            names.map((name) => row[name] ?? null),
          );
      }),
    select: async ({ text, values }) => {
      const rows = await db.query(text, values);
      return rows.map((row) => toWide(shape, row));
    },
    close: db.close,
  };
}

function toWide({ columns }: WideShape, row: SqlRow): WideRow {
  const cell = (value: unknown, type: WideType): WideValue => {
    if (value === null || value === undefined) return null;
    if (type === 'boolean') return Number(value) !== 0;
    return type === 'text' ? String(value) : Number(value);
  };
  return Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, cell(row[name], type)]));
}
