import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAirlabError, UsageError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { cassandra } from './cassandra.ts';
import { feast } from './feast.ts';
import { influxdb } from './influxdb.ts';
import { mariadb } from './mariadb.ts';
import { mongodb } from './mongodb.ts';
import { neo4j } from './neo4j.ts';
import { oxigraph } from './oxigraph.ts';
import { postgres } from './postgres.ts';
import type { Kind, Running } from './room.ts';

/** Every server that airlab can start, those of Debian first. */
export const KINDS: readonly Kind[] = [
  postgres,
  mariadb,
  influxdb,
  mongodb,
  cassandra,
  neo4j,
  oxigraph,
  feast,
];

export interface ServersRequest {
  /** Which ones; empty for all that can start without fetching anything. */
  readonly names: readonly string[];
  /** Each server gets a folder of its own in here. */
  readonly folder: string;
  /** The folder of airlab. */
  readonly root: string;
  readonly say: (line: string) => void;
  /** Hears of each server as soon as it answers. */
  readonly onStart?: (running: Running) => void;
}

/** Servers that run, and what the machine lacks for the others. */
export interface Servers {
  readonly running: readonly Running[];
  readonly missing: readonly string[];
  readonly stop: () => Promise<void>;
}

/**
 * Starts servers side by side, each on a spare port with a folder of its own. One that fails is told in `missing` and
 * stops none of the others.
 *
 * @throws UsageError `UNKNOWN_SERVER`
 * @example const servers = await startServers({ names: ['mariadb'], folder, root, say: console.log });
 */
export async function startServers(request: ServersRequest): Promise<Servers> {
  const { names, folder, root, say, onStart = () => undefined } = request;
  const kinds = names.length === 0 ? KINDS : names.map(kindOf);
  const missing: string[] = [];
  const startOne = async (kind: Kind): Promise<Running | undefined> => {
    const room = { name: kind.name, folder: join(folder, kind.name), root, say };
    const lack = kind.lacks(root);
    const isWanted = names.length > 0 && lack?.includes('fetched when it is named');
    if (lack !== undefined && !isWanted) {
      missing.push(lack);
      return undefined;
    }
    try {
      mkdirSync(room.folder, { recursive: true });
      if (isWanted) await kind.fetch?.(room);
      const running = await kind.start(room);
      onStart(running);
      return running;
    } catch (error) {
      if (!isAirlabError(error)) throw error;
      missing.push(`${error.message} ${error.hint}`);
      return undefined;
    }
  };
  const started = await Promise.all(kinds.map(startOne));
  const running = started.filter((one): one is Running => one !== undefined);
  return {
    running,
    missing,
    stop: async () => {
      await Promise.all(running.map(({ stop }) => stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function kindOf(name: string): Kind {
  const kind = KINDS.find((one) => one.name === name);
  if (kind) return kind;
  const names = KINDS.map((one) => one.name);
  const [close] = nearest(name, names);
  throw new UsageError(
    `There is no server named ${name}.`,
    close ? `Did you mean ${close}?` : `There are ${names.join(', ')}.`,
    'UNKNOWN_SERVER',
  );
}
