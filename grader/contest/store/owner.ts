import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, startCluster } from '../../../src/databases/embedded/cluster.ts';
import { type Programs, packagedPrograms } from '../../../src/databases/embedded/programs.ts';
import { UsageError } from '../../../src/errors.ts';

/** A PostgreSQL in a folder, held by this process alone. */
export interface OwnedCluster {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface OwnRequest {
  readonly folder: string;
  /** @default those of the npm package */
  readonly programs?: Programs;
  readonly onTrouble?: (says: string) => void;
}

/** Names the lock that the owner holds as long as it lives. */
const OWNER_LOCK = 7_246_001;
const TRIES = 20;
const BETWEEN_TRIES_MS = 100;
const REVIVE_AFTER_MS = 250;

/**
 * Starts PostgreSQL in the folder and becomes its owner. The ownership is a lock inside PostgreSQL, so it ends with this
 * process, however that ends. When PostgreSQL dies it is started again.
 *
 * @throws UsageError `DATABASE_IN_USE` when another process owns the folder.
 */
export async function ownCluster(request: OwnRequest): Promise<OwnedCluster> {
  const { folder, programs = packagedPrograms(import.meta.url), onTrouble = () => undefined } = request;
  const cluster = await startCluster({ folder, programs });
  const state = { isClosed: false, lock: await lockOwner(cluster, folder) };

  const revive = async (): Promise<void> => {
    onTrouble('PostgreSQL was lost; starting it again.');
    while (!state.isClosed) {
      try {
        const again = await startCluster({ folder, programs });
        state.lock = await lockOwner(again, folder);
        watch();
        return onTrouble('PostgreSQL is back; nothing that was accepted is lost.');
      } catch (error) {
        onTrouble(error instanceof Error ? error.message : String(error));
        await pause(REVIVE_AFTER_MS);
      }
    }
  };
  const watch = (): void => {
    state.lock.once('end', () => {
      if (!state.isClosed) void revive();
    });
  };
  watch();
  return {
    url: cluster.url,
    close: async () => {
      state.isClosed = true;
      await state.lock.end().catch(() => undefined);
      await cluster.stop();
    },
  };
}

async function lockOwner({ url }: Cluster, folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: `airlab-owner-${process.pid}` });
  // The end that follows is what counts.
  client.on('error', () => undefined);
  await client.connect();
  for (let left = TRIES; left > 0; left -= 1) {
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [
      OWNER_LOCK,
    ]);
    if (rows[0]?.got) return client;
    await pause(BETWEEN_TRIES_MS);
  }
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND objid = $1 AND granted`,
    [OWNER_LOCK],
  );
  await client.end();
  const owner = rows[0]?.name.replace('airlab-owner-', 'process ') ?? 'another process';
  throw new UsageError(
    `The database in ${folder} is open already: ${owner} has it.`,
    'Stop that one first, use another folder, or connect to it by its URL.',
    'DATABASE_IN_USE',
  );
}
