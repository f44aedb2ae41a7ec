import { UsageError } from '../errors.ts';
import { onlineFeast } from './feature-store-feast.ts';
import { onlineHopsworks } from './feature-store-hopsworks.ts';
import { quoteName, type SqlRow, type SqlValue } from './sql.ts';
import { sqlite } from './sqlite.ts';

/** Features of one thing (a city) at one time. `seen` is when the row could be known, which is later than `time`. */
export type FeatureRow = Readonly<Record<string, SqlValue>>;

/** A table of features. */
export interface FeatureView {
  readonly name: string;
  /** The column that names the thing: `city`. */
  readonly entity: string;
  /** The column with the time from which on a row may be used. */
  readonly time: string;
  readonly features: readonly string[];
}

export interface FeatureStore {
  readonly engine: string;
  /** Adds rows; nothing is ever written over, so that the past can be asked. */
  readonly write: (rows: readonly FeatureRow[]) => Promise<number>;
  /**
   * For training: to each label the newest features that were known at its time, never later ones. This is the
   * point-in-time join. Labels without any get nulls.
   */
  readonly asOf: (labels: readonly FeatureRow[]) => Promise<SqlRow[]>;
  /** For serving: the newest features of one thing, and nothing else. */
  readonly online: (entity: string) => Promise<SqlRow>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a feature store on tables in SQLite. `online` asks Feast's feature server with AIRLAB_FEAST_URL, or Hopsworks'
 * with AIRLAB_HOPSWORKS_URL and the key in AIRLAB_HOPSWORKS_API_KEY; they hold what their own pipelines wrote.
 *
 * @throws UsageError `FEATURE_VIEW` for names that are none. @throws OutsideError of the server that is asked.
 * @example
 * const store = await featureStore({ name: 'air', entity: 'city', time: 'seen', features: ['pm2_5'] });
 */
export async function featureStore(view: FeatureView): Promise<FeatureStore> {
  checkView(view);
  const db = await sqlite();
  const { name, entity, time, features } = view;
  const table = quoteName(name);
  await db.script(
    `CREATE TABLE ${table} (${quoteName(entity)} TEXT NOT NULL, ${quoteName(time)} TEXT NOT NULL, ${features.map(quoteName).join(', ')});
     CREATE INDEX by_time ON ${table} (${quoteName(entity)}, ${quoteName(time)})`,
  );
  const newest = `SELECT ${features.map(quoteName).join(', ')} FROM ${table} WHERE ${quoteName(entity)} = ?`;
  const nothing = Object.fromEntries(features.map((feature) => [feature, null]));
  const online = onlineElsewhere(view);
  return {
    engine: online?.engine ?? db.engine,
    write: (rows) => db.insert(name, rows),
    asOf: async (labels) => {
      const joined: SqlRow[] = [];
      for (const label of labels) {
        const [found] = await db.query(
          `${newest} AND ${quoteName(time)} <= ? ORDER BY ${quoteName(time)} DESC, rowid DESC LIMIT 1`,
          [label[entity] ?? null, label[time] ?? null],
        );
        joined.push({ ...label, ...(found ?? nothing) });
      }
      return joined;
    },
    online: async (thing) => {
      if (online) return online.ask(thing);
      const [found] = await db.query(`${newest} ORDER BY ${quoteName(time)} DESC, rowid DESC LIMIT 1`, [
        thing,
      ]);
      return { [entity]: thing, ...(found ?? nothing) };
    },
    close: db.close,
  };
}

/** A server that holds the newest features. */
export interface OnlineFeatures {
  readonly engine: string;
  readonly ask: (entity: string) => Promise<SqlRow>;
}

function onlineElsewhere(view: FeatureView): OnlineFeatures | undefined {
  const { AIRLAB_FEAST_URL, AIRLAB_HOPSWORKS_URL, AIRLAB_HOPSWORKS_API_KEY, AIRLAB_HOPSWORKS_PROJECT } =
    process.env;
  if (AIRLAB_FEAST_URL) return onlineFeast(view, AIRLAB_FEAST_URL);
  if (!AIRLAB_HOPSWORKS_URL) return undefined;
  return onlineHopsworks(view, {
    url: AIRLAB_HOPSWORKS_URL,
    key: AIRLAB_HOPSWORKS_API_KEY,
    project: AIRLAB_HOPSWORKS_PROJECT,
  });
}

function checkView({ name, entity, time, features }: FeatureView): void {
  const names = [name, entity, time, ...features];
  const isRight =
    names.every((one) => /^[a-z]\w{0,60}$/i.test(one)) && new Set(names.slice(1)).size === names.length - 1;
  if (isRight && features.length > 0) return;
  throw new UsageError(
    'A feature view needs a name, an entity, a time and at least one feature, each with a name of its own.',
    "As in { name: 'air', entity: 'city', time: 'seen', features: ['pm2_5'] }.",
    'FEATURE_VIEW',
  );
}
