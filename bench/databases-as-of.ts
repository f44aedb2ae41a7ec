import { createRequire } from 'node:module';
import type { Figures } from './all.ts';
import { median } from './measure.ts';

const ROWS = 1_000_000;
const ROUNDS = 5;
const USERS = 1_000;
const load = createRequire(import.meta.url);

/** The point-in-time join of a feature store: to each of a million labels its newest of a million features. */
export async function bench(): Promise<Figures> {
  const polars = await polarsMs();
  const duckdb = await duckdbMs();
  if (polars.joined !== duckdb.joined)
    throw new Error(`polars joined ${polars.joined} rows, DuckDB ${duckdb.joined}`);
  return {
    name: `as-of join, ${ROWS.toLocaleString('en')} labels with as many features of ${USERS.toLocaleString('en')} users`,
    rows: [
      { label: 'nodejs-polars joinAsof (sorted input)', value: `${median(polars.ms).toFixed(0)} ms` },
      { label: 'DuckDB ASOF LEFT JOIN', value: `${median(duckdb.ms).toFixed(0)} ms` },
      { label: 'labels that found a feature, in both', value: polars.joined.toLocaleString('en') },
    ],
  };
}

interface Joined {
  readonly ms: readonly number[];
  readonly joined: number;
}

async function polarsMs(): Promise<Joined> {
  const pl: typeof import('nodejs-polars').default = load('nodejs-polars');
  const user = Array.from({ length: ROWS }, (_, i) => i % USERS);
  const time = Array.from({ length: ROWS }, (_, i) => i * 2);
  const features = pl.DataFrame({ user, time, value: time.map((one) => one % 97) });
  const labels = pl.DataFrame({ user, time: time.map((one) => one + 1 - USERS) });
  const ms: number[] = [];
  let joined = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    const result = labels.joinAsof(features, { on: 'time', by: 'user' });
    ms.push(performance.now() - from);
    joined = ROWS - result.getColumn('value').nullCount();
  }
  return { ms, joined };
}

async function duckdbMs(): Promise<Joined> {
  const { DuckDBInstance }: typeof import('@duckdb/node-api') = load('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE features AS SELECT i % ${USERS} AS user_, i * 2 AS time, (i * 2) % 97 AS value
    FROM range(${ROWS}) AS numbers(i)`);
  await connection.run(`CREATE TABLE labels AS SELECT user_, time + 1 - ${USERS} AS time FROM features`);
  const ms: number[] = [];
  let joined = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    await connection.run(`CREATE OR REPLACE TABLE joined AS
      SELECT l.*, f.value FROM labels l ASOF LEFT JOIN features f ON l.user_ = f.user_ AND l.time >= f.time`);
    ms.push(performance.now() - from);
    const reader = await connection.runAndReadAll('SELECT count(value) FROM joined');
    joined = Number(reader.getRows()[0]?.[0]);
  }
  connection.closeSync();
  instance.closeSync();
  return { ms, joined };
}
