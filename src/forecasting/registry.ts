import type { SqlDatabase } from '../databases/sql.ts';
import { UsageError } from '../errors.ts';
import type { Score } from './backtest.ts';
import type { LinearModel } from './model.ts';

export type Stage = 'candidate' | 'production' | 'archived';

/** One version of a model with what is known of it. */
export interface ModelVersion {
  readonly version: number;
  readonly stage: Stage;
  /** ISO 8601 in UTC. */
  readonly trainedAt: string;
  /** What it learned from, in words with the label of the data. */
  readonly data: string;
  readonly model: LinearModel;
  readonly score: Score;
}

/** Versions, metrics and stages of one model, as rows. */
export interface ModelRegistry {
  /** Adds a candidate. @returns its version */
  readonly register: (entry: Omit<ModelVersion, 'version' | 'stage'>) => Promise<number>;
  /** Makes a version the one that predicts; the one before is archived. @throws UsageError `NO_VERSION` */
  readonly promote: (version: number) => Promise<void>;
  /** Back to the version that predicted before. @throws UsageError `NO_VERSION` @returns its version */
  readonly rollBack: () => Promise<number>;
  readonly production: () => Promise<ModelVersion | undefined>;
  readonly versions: () => Promise<readonly ModelVersion[]>;
}

interface Row {
  readonly version: number;
  readonly stage: Stage;
  readonly trained_at: string;
  readonly data: string;
  readonly model: string;
  readonly score: string;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS model_version (
    version INTEGER PRIMARY KEY,
    stage VARCHAR(20) NOT NULL CHECK (stage IN ('candidate', 'production', 'archived')),
    trained_at VARCHAR(30) NOT NULL,
    data VARCHAR(200) NOT NULL,
    model TEXT NOT NULL,
    score TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS promotion (
    step INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES model_version (version)
  )`;

/**
 * Opens the registry in a relational database, SQLite or PostgreSQL.
 *
 * @example
 * const registry = await modelRegistry(await sqlite('forecasting'));
 * await registry.promote(await registry.register(entry));
 */
export async function modelRegistry(db: SqlDatabase): Promise<ModelRegistry> {
  await db.script(TABLES);
  const next = async (table: string, column: string): Promise<number> => {
    const [row] = await db.query<{ last: number | null }>(`SELECT max(${column}) AS last FROM ${table}`);
    return Number(row?.last ?? 0) + 1;
  };
  const setProduction = async (version: number): Promise<void> => {
    await db.query("UPDATE model_version SET stage = 'archived' WHERE stage = 'production'");
    await db.query("UPDATE model_version SET stage = 'production' WHERE version = ?", [version]);
  };
  const all = async (): Promise<readonly ModelVersion[]> =>
    (await db.query<Row>('SELECT * FROM model_version ORDER BY version')).map(versionOf);
  return {
    register: ({ trainedAt, data, model, score }) =>
      db.transaction(async () => {
        const version = await next('model_version', 'version');
        await db.query('INSERT INTO model_version VALUES (?, ?, ?, ?, ?, ?)', [
          version,
          'candidate',
          trainedAt,
          data,
          JSON.stringify(model),
          JSON.stringify(score),
        ]);
        return version;
      }),
    promote: (version) =>
      db.transaction(async () => {
        if (!(await all()).some((one) => one.version === version)) throw noVersion(`no version ${version}`);
        await setProduction(version);
        await db.query('INSERT INTO promotion VALUES (?, ?)', [await next('promotion', 'step'), version]);
      }),
    rollBack: () =>
      db.transaction(async () => {
        const [last, before] = await db.query<{ step: number; version: number }>(
          'SELECT step, version FROM promotion ORDER BY step DESC LIMIT 2',
        );
        if (last === undefined || before === undefined) throw noVersion('no version before this one');
        await db.query('DELETE FROM promotion WHERE step = ?', [last.step]);
        await setProduction(before.version);
        return before.version;
      }),
    production: async () => (await all()).find(({ stage }) => stage === 'production'),
    versions: all,
  };
}

/** Only this file writes the rows, so that their JSON has the shape that it wrote. */
function versionOf({ version, stage, trained_at, data, model, score }: Row): ModelVersion {
  return {
    version: Number(version),
    stage,
    trainedAt: trained_at,
    data,
    model: JSON.parse(model),
    score: JSON.parse(score),
  };
}

const noVersion = (what: string): UsageError =>
  new UsageError(`The registry has ${what}.`, 'versions() lists what there is.', 'NO_VERSION');
