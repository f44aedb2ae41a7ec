import { existsSync } from 'node:fs';
import { loadDriver } from './driver.ts';
import { backUp, databaseFile } from './folder.ts';
import { hostOf, serverUrl } from './server-url.ts';
import { damaged, databaseTrouble, type Whose } from './trouble.ts';

/** Anything that JSON can say. */
export type Doc = Record<string, unknown>;

/** One collection of documents. Filters, updates and pipelines are MongoDB's. */
export interface Documents {
  readonly engine: string;
  readonly insertMany: (documents: readonly Doc[]) => Promise<number>;
  /** @example await readings.find({ 'place.city': 'Beijing', pm2_5: { $gt: 35 } }) */
  readonly find: <Found extends object = Doc>(filter?: Doc) => Promise<Found[]>;
  /** @example await readings.aggregate([{ $group: { _id: '$place.city', mean: { $avg: '$pm2_5' } } }]) */
  readonly aggregate: <Found extends object = Doc>(pipeline: readonly Doc[]) => Promise<Found[]>;
  /** @returns how many documents fit the filter */
  readonly updateMany: (filter: Doc, update: Doc) => Promise<number>;
  readonly deleteMany: (filter: Doc) => Promise<number>;
  readonly close: () => Promise<void>;
}

export interface DocumentsOptions {
  /** Of MongoDB. @default AIRLAB_MONGODB_URL, else a file of ours */
  readonly url?: string;
  /** Where the file lies. @default `.airlab/databases` in the folder of airlab */
  readonly folder?: string;
  /** Nothing is kept; the collection is empty at first. @default false */
  readonly inMemory?: boolean;
  /** Keeps the lines of a damaged file that can be read; the file itself is put into `backups` first. @default false */
  readonly repair?: boolean;
}

const VARIABLE = 'AIRLAB_MONGODB_URL';
const CONNECT_MS = 5_000;
/** What a driver adds and no lesson asked for. */
const WITHOUT_ID = { projection: { _id: 0 } };

/**
 * Opens a collection: in the MongoDB of AIRLAB_MONGODB_URL, else in a file that MongoDB's language is answered from.
 *
 * @throws OutsideError `SERVER_DOWN`, `WRONG_CREDENTIALS`, `DRIVER_MISSING`, `DATABASE_DAMAGED`.
 * @example
 * const readings = await documents('readings');
 * await readings.insertMany([{ place: { city: 'Beijing' }, pm2_5: 84 }]);
 */
export async function documents(name: string, options: DocumentsOptions = {}): Promise<Documents> {
  const url = options.url ?? serverUrl(VARIABLE, ['mongodb', 'mongodb+srv']);
  return url === undefined ? inFile(name, options) : inMongo(name, url, options.inMemory ?? false);
}

async function inMongo(name: string, url: string, isFresh: boolean): Promise<Documents> {
  const { MongoClient } = await loadDriver('mongodb', () => import('mongodb'));
  const whose: Whose = { kind: 'MongoDB', at: hostOf(url), variable: VARIABLE };
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw databaseTrouble(error, whose);
    }
  };
  const client = new MongoClient(url, { serverSelectionTimeoutMS: CONNECT_MS, appName: 'airlab' });
  try {
    await guarded(() => client.connect());
  } catch (error) {
    await client.close();
    throw error;
  }
  const database = client.db(/:\/\/[^/]+\/[^?]/.test(url) ? undefined : 'airlab');
  const { version } = await guarded(() => database.admin().command({ buildInfo: 1 }));
  // A lesson that keeps nothing takes a name of its own, so that it empties nobody's collection.
  const collection = database.collection<Doc>(isFresh ? `${name}_lesson_${process.pid}` : name);
  return {
    engine: `MongoDB ${version}`,
    insertMany: (all) =>
      guarded(async () =>
        all.length === 0 ? 0 : (await collection.insertMany(all.map((one) => ({ ...one })))).insertedCount,
      ),
    // The border cast of find and aggregate: the caller names the shape that its own query gives.
    find: <Found extends object>(filter: Doc = {}) =>
      guarded(async () => (await collection.find(filter, WITHOUT_ID).toArray()) as unknown as Found[]),
    aggregate: <Found extends object>(pipeline: readonly Doc[]) =>
      guarded(async () => (await collection.aggregate([...pipeline]).toArray()) as unknown as Found[]),
    updateMany: (filter, update) =>
      guarded(async () => (await collection.updateMany(filter, update)).matchedCount),
    deleteMany: (filter) => guarded(async () => (await collection.deleteMany(filter)).deletedCount),
    close: () =>
      guarded(async () => {
        if (isFresh) await collection.drop();
        await client.close();
      }),
  };
}

async function inFile(name: string, options: DocumentsOptions): Promise<Documents> {
  const { default: Datastore } = await loadDriver('@seald-io/nedb', () => import('@seald-io/nedb'));
  const mingo = await loadDriver('mingo', () => import('mingo'));
  const path = options.inMemory ? undefined : databaseFile(name, 'documents', options.folder);
  if (path !== undefined && options.repair && existsSync(path)) backUp(path);
  const store = new Datastore<Doc>({
    ...(path === undefined ? { inMemoryOnly: true } : { filename: path }),
    corruptAlertThreshold: options.repair ? 1 : 0,
  });
  try {
    await store.loadDatabaseAsync();
  } catch (error) {
    throw unreadable(path ?? 'the collection', error);
  }
  const whose = { kind: 'The file store', at: path ?? 'memory' };
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw databaseTrouble(error, whose);
    }
  };
  const all = (): Doc[] => store.getAllData<Doc>().map((one) => structuredClone(one));
  const fitting = (filter: Doc): Doc => ({ _id: { $in: idsOf(mingo.find(all(), filter).all()) } });
  return {
    engine: 'mingo on nedb',
    insertMany: (some) =>
      guarded(async () => (await store.insertAsync<Doc>(some.map((one) => ({ ...one })))).length),
    find: <Found extends object>(filter: Doc = {}) =>
      guarded(async () => mingo.find<Doc, Doc>(all(), filter).all().map(withoutId) as unknown as Found[]),
    aggregate: <Found extends object>(pipeline: readonly Doc[]) =>
      guarded(async () => mingo.aggregate(all(), [...pipeline]) as unknown as Found[]),
    updateMany: (filter, update) =>
      guarded(async () => {
        const { numAffected } = await store.updateAsync(fitting(filter), update, { multi: true });
        return numAffected;
      }),
    deleteMany: (filter) => guarded(() => store.removeAsync(fitting(filter), { multi: true })),
    close: async () => undefined,
  };
}

const idsOf = (found: readonly object[]): readonly unknown[] =>
  found.map((one: object): unknown => Reflect.get(one, '_id'));

const withoutId = ({ _id, ...rest }: Doc): Doc => rest;

const unreadable = (path: string, error: unknown): Error =>
  damaged(
    path,
    error instanceof Error ? (error.message.split('.')[0] ?? error.message) : String(error),
    'documents(name, { repair: true }) keeps the lines that can be read, and puts this file into the folder backups.',
  );
