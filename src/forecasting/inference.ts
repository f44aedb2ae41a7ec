import type { FeatureStore } from '../databases/feature-store.ts';
import type { SqlDatabase } from '../databases/sql.ts';
import { FEATURES } from './examples.ts';
import { predicted } from './model.ts';
import type { ModelVersion } from './registry.ts';

/** What was said about the day after `madeOn`, and by which version. */
export interface Prediction {
  readonly city: string;
  /** The last day of which the features are. */
  readonly madeOn: string;
  readonly version: number;
  /** μg/m³. */
  readonly pm2_5: number;
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS prediction (
    city VARCHAR(100) NOT NULL,
    made_on VARCHAR(10) NOT NULL,
    version INTEGER NOT NULL,
    pm2_5 DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (city, made_on, version)
  )`;

/**
 * Predicts tomorrow for each city from its newest features and keeps what was said. Running it twice says the same once.
 * A city without features gets no prediction.
 *
 * @example await predictAll(['Roskilde'], { store, db, production }) //=> [{ city: 'Roskilde', madeOn: '2026-11-23', version: 1, pm2_5: 9.4 }]
 */
export async function predictAll(
  cities: readonly string[],
  { store, db, production }: { store: FeatureStore; db: SqlDatabase; production: ModelVersion },
): Promise<readonly Prediction[]> {
  await db.script(TABLE);
  const predictions: Prediction[] = [];
  for (const city of cities) {
    const row = await store.online(city);
    const features = FEATURES.map((name) => row[name]).filter((value) => typeof value === 'number');
    if (features.length < FEATURES.length) continue;
    const { version, model } = production;
    const prediction = {
      city,
      madeOn: String(row.day),
      version,
      pm2_5: predicted(model, { city, features }),
    };
    await keep(db, prediction);
    predictions.push(prediction);
  }
  return predictions;
}

function keep(db: SqlDatabase, { city, madeOn, version, pm2_5 }: Prediction): Promise<void> {
  const key = [city, madeOn, version];
  return db.transaction(async () => {
    await db.query('DELETE FROM prediction WHERE city = ? AND made_on = ? AND version = ?', key);
    await db.query('INSERT INTO prediction VALUES (?, ?, ?, ?)', [...key, pm2_5]);
  });
}
