import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlDatabase } from '../src/databases/sql.ts';
import type { Figures } from './all.ts';
import { median } from './measure.ts';

const ROWS = 100_000;
const ASKED = 5;
const SENSORS = 100;
/** The package as a notebook has it. */
const airlab: typeof import('../src/index.ts') = createRequire(import.meta.url)('../src/dist/index.js');

interface Reading {
  readonly sensor: string;
  readonly time: string;
  readonly pm2_5: number;
}

/** A thousand hours of a hundred sensors; the values repeat, so that nobody needs chance. */
const readings: readonly Reading[] = Array.from({ length: ROWS }, (_, i) => ({
  sensor: `s${i % SENSORS}`,
  time: new Date(Date.UTC(2026, 0, 1) + Math.floor(i / SENSORS) * 3_600_000).toISOString().slice(0, 16),
  pm2_5: (i * 7919) % 97,
}));

interface Engine {
  readonly label: string;
  readonly insert: () => Promise<unknown>;
  /** The mean of each sensor. */
  readonly ask: () => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
}

/** 100,000 rows into each embedded engine, and the mean of each of 100 sensors out of it. */
export async function bench(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-bench-databases-'));
  const rows: { label: string; value: string }[] = [];
  try {
    for (const open of [sqlite, postgres, documents, wide, series]) {
      const engine = await open(folder);
      const started = performance.now();
      await engine.insert();
      const inserted = performance.now() - started;
      const asked: number[] = [];
      for (let time = 0; time < ASKED; time += 1) {
        const from = performance.now();
        const answer = await engine.ask();
        asked.push(performance.now() - from);
        if (answer.length === 0) throw new Error(`${engine.label} gave no answer`);
      }
      await engine.close();
      rows.push({
        label: engine.label,
        value: `insert ${Math.round(inserted)} ms, ask ${median(asked).toFixed(1)} ms`,
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { name: `databases: ${ROWS.toLocaleString('en')} rows, mean of each of ${SENSORS} sensors`, rows };
}

async function relational(db: SqlDatabase, label: string): Promise<Engine> {
  await db.query('CREATE TABLE reading (sensor VARCHAR(8), time VARCHAR(16), pm2_5 DOUBLE PRECISION)');
  return {
    label: `${label}, ${db.engine}`,
    insert: () =>
      db.insert(
        'reading',
        readings.map((one) => ({ ...one })),
      ),
    ask: () => db.query('SELECT sensor, avg(pm2_5) AS mean FROM reading GROUP BY sensor'),
    close: db.close,
  };
}

const sqlite = async (folder: string): Promise<Engine> =>
  relational(await airlab.sqlite('bench', { folder }), 'relational in a file');

const postgres = async (folder: string): Promise<Engine> =>
  relational(await airlab.postgres({ folder: join(folder, 'postgres') }), 'relational, a server');

async function documents(folder: string): Promise<Engine> {
  const store = await airlab.documents('bench', { folder });
  return {
    label: `documents in a file, ${store.engine}`,
    insert: () => store.insertMany(readings.map((one) => ({ ...one }))),
    ask: () => store.aggregate([{ $group: { _id: '$sensor', mean: { $avg: '$pm2_5' } } }]),
    close: store.close,
  };
}

async function wide(): Promise<Engine> {
  const columns = { sensor: 'text', time: 'text', pm2_5: 'double' } as const;
  const keys = { partitionKey: ['sensor'], clusteringKey: ['time'] };
  const table = await airlab.wideTable({ name: 'bench', columns, ...keys });
  return {
    label: `wide columns, ${table.engine} (ask: one sensor's 1,000 rows)`,
    insert: () => table.write(readings.map((one) => ({ ...one }))),
    ask: () => table.read({ where: { sensor: 's7' } }),
    close: table.close,
  };
}

async function series(): Promise<Engine> {
  const air = await airlab.timeSeries('bench');
  const points = readings.map(({ sensor, time, pm2_5 }) => ({ time, tags: { sensor }, fields: { pm2_5 } }));
  return {
    label: `time series, ${air.engine} (ask: means of a day)`,
    insert: () => air.write(points),
    ask: () => air.buckets({ field: 'pm2_5', every: '1d', by: 'sensor' }),
    close: air.close,
  };
}
