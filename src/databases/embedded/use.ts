import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, startCluster } from './cluster.ts';
import { isAlive, runningOn } from './postmaster.ts';
import { packagedPrograms } from './programs.ts';

/** The embedded PostgreSQL of one folder, as long as this process uses it. */
export interface Embedded {
  readonly url: string;
  /** Ends it at once, without a word. */
  readonly kill: () => Promise<void>;
}

const LOOK_AGAIN_MS = 20;
const watched = new Set<string>();

/**
 * Starts the folder's PostgreSQL, or takes over the one that runs. It stops with the last process that uses it; after a
 * kill -9 the next one takes it over, and it ends with the lab.
 *
 * @throws OutsideError as `startCluster` does.
 */
export async function useEmbedded(folder: string): Promise<Embedded> {
  const home = resolve(folder);
  const from = typeof __filename === 'string' ? __filename : join(process.cwd(), 'package.json');
  noteUse(home);
  const cluster: Cluster = await startCluster({
    folder: home,
    programs: packagedPrograms(from),
    endsWithLab: true,
  });
  return { url: cluster.url, kill: () => killServer(join(home, 'data')) };
}

/** One file a process: whoever is the last one switches off the light. */
function noteUse(home: string): void {
  const users = join(home, 'users');
  mkdirSync(users, { recursive: true });
  writeFileSync(join(users, String(process.pid)), '');
  if (watched.has(home)) return;
  watched.add(home);
  process.once('exit', () => leave(home, users));
}

function leave(home: string, users: string): void {
  rmSync(join(users, String(process.pid)), { force: true });
  if (!existsSync(users)) return;
  const others = readdirSync(users).filter((name) => isAlive(Number(name)));
  const running = runningOn(join(home, 'data'));
  if (others.length > 0 || running === undefined) return;
  try {
    process.kill(running.pid, 'SIGINT');
  } catch {
    // It has ended by itself.
  }
}

async function killServer(data: string): Promise<void> {
  const running = runningOn(data);
  if (running === undefined) return;
  process.kill(running.pid, 'SIGKILL');
  while (isAlive(running.pid)) await pause(LOOK_AGAIN_MS);
}
