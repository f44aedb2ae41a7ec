import type { SqlDatabase } from '../databases/sql.ts';
import type { DayLabel } from './examples.ts';

/** How wrong one version was about one city, over the days that have come since. */
export interface Outcome {
  readonly version: number;
  readonly city: string;
  /** Predictions whose day is over and was measured. */
  readonly days: number;
  /** Mean absolute error in μg/m³. */
  readonly error: number;
}

interface Said {
  readonly city: string;
  readonly made_on: string;
  readonly version: number;
  readonly pm2_5: number;
}

/**
 * Compares what was said, before anybody knew, with what came. A backtest says how good a model would have been; this
 * says how good it was. Predictions of days that are not over wait. The table must be there: `predictAll` makes it.
 *
 * @example await outcomesOf(db, labelsOf(hours)) //=> [{ version: 1, city: 'Roskilde', days: 12, error: 2.3 }]
 */
export async function outcomesOf(db: SqlDatabase, labels: readonly DayLabel[]): Promise<readonly Outcome[]> {
  const came = new Map(labels.map(({ city, day, target }) => [`${city} ${day}`, target]));
  const said = await db.query<Said>(
    'SELECT city, made_on, version, pm2_5 FROM prediction ORDER BY version, city, made_on',
  );
  const groups = new Map<string, { version: number; city: string; errors: number[] }>();
  for (const { city, made_on, version, pm2_5 } of said) {
    const target = came.get(`${city} ${made_on}`);
    if (target === undefined) continue;
    const key = `${version} ${city}`;
    const group = groups.get(key) ?? { version: Number(version), city, errors: [] };
    group.errors.push(Math.abs(Number(pm2_5) - target));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ version, city, errors }) => ({
    version,
    city,
    days: errors.length,
    error: errors.reduce((sum, error) => sum + error, 0) / errors.length,
  }));
}
