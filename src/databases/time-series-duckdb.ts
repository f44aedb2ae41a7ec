import { loadDriver } from './driver.ts';
import { quoteName } from './sql.ts';
import {
  type Bucket,
  type BucketQuestion,
  type CheckedQuestion,
  checkName,
  checkQuestion,
  momentOf,
  type Point,
  sorted,
  type TimeSeries,
  timeOf,
} from './time-series.ts';
import { databaseTrouble } from './trouble.ts';

const WHOSE = { kind: 'DuckDB', at: 'memory' };

/** DuckDB in memory: one row a moment, tag and field; time_bucket does the rest. */
export async function duckdbSeries(name: string): Promise<TimeSeries> {
  const duckdb = await loadDriver('@duckdb/node-api', () => import('@duckdb/node-api'));
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const table = quoteName(name);
  const state = { tags: new Set<string>() };
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw databaseTrouble(error, WHOSE);
    }
  };
  await guarded(() =>
    connection.run(
      `CREATE TABLE ${table} (ts TIMESTAMP, tags VARCHAR, field VARCHAR, value DOUBLE, PRIMARY KEY (ts, tags, field))`,
    ),
  );
  return {
    engine: `DuckDB ${duckdb.version()}`,
    write: (points) =>
      guarded(async () => {
        const rows = points.flatMap(rowsOf);
        for (const point of points) for (const tag of Object.keys(point.tags)) state.tags.add(tag);
        await connection.run(
          `CREATE OR REPLACE TEMP TABLE fresh (ts TIMESTAMP, tags VARCHAR, field VARCHAR, value DOUBLE)`,
        );
        const appender = await connection.createAppender('fresh');
        for (const { ts, tags, field, value } of rows) {
          appender.appendTimestamp(new duckdb.DuckDBTimestampValue(BigInt(ts) * 1000n));
          appender.appendVarchar(tags);
          appender.appendVarchar(field);
          appender.appendDouble(value);
          appender.endRow();
        }
        appender.closeSync();
        await connection.run(
          `INSERT OR REPLACE INTO ${table} SELECT ts, tags, field, last(value) FROM fresh GROUP BY ts, tags, field`,
        );
        return points.length;
      }),
    buckets: (question) =>
      guarded(async () => {
        const reader = await connection.runAndReadAll(statementOf(table, checkQuestion(question)));
        return sorted(reader.getRowObjects().map(toBucket));
      }),
    statement: (question: BucketQuestion) => statementOf(table, checkQuestion(question)),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function statementOf(table: string, question: CheckedQuestion): string {
  const { field, by, take, everyMs, fromMs, untilMs } = question;
  const how = take === 'mean' ? 'avg' : take;
  const limits = [
    ...(fromMs === undefined ? [] : [`ts >= TIMESTAMP '${timeOf(fromMs)}:00'`]),
    ...(untilMs === undefined ? [] : [`ts < TIMESTAMP '${timeOf(untilMs)}:00'`]),
  ];
  return `SELECT epoch_ms(time_bucket(INTERVAL '${everyMs / 60_000} minutes', ts, TIMESTAMP '1970-01-01')) AS start,
  tags->>'$.${by}' AS tag, CAST(${how}(value) AS DOUBLE) AS value
FROM ${table} WHERE field = '${field}'${limits.map((limit) => ` AND ${limit}`).join('')}
GROUP BY start, tag`;
}

interface SeriesRow {
  readonly ts: number;
  readonly tags: string;
  readonly field: string;
  readonly value: number;
}

function rowsOf({ time, tags, fields }: Point): readonly SeriesRow[] {
  const names = Object.keys(tags).sort();
  for (const name of [...names, ...Object.keys(fields)]) checkName(name);
  const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, tags[name]])));
  return Object.entries(fields).flatMap(([field, value]) =>
    value === null ? [] : [{ ts: momentOf(time), tags: text, field, value }],
  );
}

const toBucket = (row: Readonly<Record<string, unknown>>): Bucket => ({
  time: timeOf(Number(row.start)),
  by: String(row.tag ?? ''),
  value: Number(row.value),
});
