import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, parse } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { OutsideError } from '../../errors.ts';
import { type Account, accountFor } from './account.ts';
import { isAlive, runningOn, stopPostmaster } from './postmaster.ts';
import type { Programs } from './programs.ts';
import {
  newSettings,
  type Places,
  placesIn,
  readSettings,
  type Settings,
  urlOf,
  writeSettings,
} from './settings.ts';

/** A running PostgreSQL in a folder. */
export interface Cluster {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface ClusterRequest {
  readonly folder: string;
  readonly programs: Programs;
  /** Ends with the lab that this process belongs to, when that is killed. @default false: it goes on by itself */
  readonly endsWithLab?: boolean;
}

const run = promisify(execFile);
const LOOK_AGAIN_MS = 20;
/** Recovery after a power cut reads what was written last; that may take a while on a slow disk. */
const READY_MS = 60_000;
const TRIES = 20;
/** Children of a killed server need a moment to notice. */
const BETWEEN_TRIES_MS = 250;

/** Nothing may be lost when the power fails; nobody else may connect; one classroom's size. */
const SERVER_OPTIONS = [
  ['listen_addresses', '127.0.0.1'],
  ['unix_socket_directories', ''],
  ['fsync', 'on'],
  ['synchronous_commit', 'on'],
  ['full_page_writes', 'on'],
  ['max_connections', '200'],
  ['shared_buffers', '64MB'],
  ['timezone', 'UTC'],
];

/**
 * Starts PostgreSQL on the folder's data, making them the first time. One that still runs there, because the command
 * that started it was killed, is taken over. It goes on when this process ends without `stop`.
 *
 * @throws OutsideError `NO_EMBEDDED_POSTGRES`, `ROOT_WITHOUT_ACCOUNT`, `DATABASE_SETTINGS`, or `DATABASE_START` with
 *   what PostgreSQL said.
 * @example const cluster = await startCluster({ folder: '.airlab/contest', programs: packagedPrograms(import.meta.url) });
 */
export async function startCluster({
  folder,
  programs,
  endsWithLab = false,
}: ClusterRequest): Promise<Cluster> {
  const places = placesIn(folder);
  const account = accountFor([programs.postgres, places.folder]);
  const tools = { places, programs, account, env: cleanEnv(endsWithLab) };
  if (!existsSync(join(places.data, 'PG_VERSION'))) await create(tools);
  const settings = await serve(tools);
  return {
    url: urlOf(settings),
    stop: async () => {
      const running = runningOn(places.data);
      if (running) await stopPostmaster(running);
    },
  };
}

interface Tools {
  readonly places: Places;
  readonly programs: Programs;
  readonly account: Account;
  readonly env: NodeJS.ProcessEnv;
}

/** Made aside and moved in place, so that a half made one is never taken for a cluster. */
async function create({ places, programs, account, env }: Tools): Promise<void> {
  const fresh = `${places.data}.${randomUUID()}`;
  const passwordFile = `${fresh}.password`;
  const settings = newSettings();
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, settings.password, { mode: 0o600 });
  try {
    for (const path of [fresh, passwordFile]) account.give(path);
    const words = ['--username=airlab', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
    const { command, args, ...ids } = account.start(programs.initdb, [
      ...words,
      `--pwfile=${passwordFile}`,
      `--pgdata=${fresh}`,
    ]);
    await run(command, args, { ...ids, env, cwd: parse(places.folder).root });
    writeSettings(fresh, settings);
    renameSync(fresh, places.data);
  } catch (error) {
    // Another process may have been faster; its cluster is as good.
    if (!existsSync(join(places.data, 'PG_VERSION'))) throw notStarted(places, wordsOf(error), error);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Takes over what runs, or starts; returns the settings with the port that is served. */
async function serve(tools: Tools): Promise<Settings> {
  const { places } = tools;
  const settings = readSettings(places.data);
  if (settings === undefined) throw notStarted(places, `${places.data} was not made by airlab`);
  for (let left = TRIES; left > 0; left -= 1) {
    const running = runningOn(places.data);
    const port = running?.port ?? (await sparePort(settings.port));
    const now = { ...settings, port };
    const pid = running?.pid ?? startServer(tools, port);
    if (await answers(now, pid)) {
      if (port !== settings.port) writeSettings(places.data, now);
      return now;
    }
    if (running) await stopPostmaster(running);
    else await pause(BETWEEN_TRIES_MS);
  }
  throw notStarted(places, lastWords(places));
}

/** In a group of its own: a Ctrl-C in the terminal is for the program, which then closes its database in order. */
function startServer({ places, programs, account, env }: Tools, port: number): number | undefined {
  const options = [['port', String(port)], ...SERVER_OPTIONS].flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const { command, args, ...ids } = account.start(programs.postgres, ['-D', places.data, ...options]);
  const log = openSync(places.log, 'a', 0o600);
  try {
    const child = spawn(command, args, {
      ...ids,
      env,
      cwd: parse(places.folder).root,
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    child.on('error', () => undefined);
    child.unref();
    return child.pid;
  } finally {
    closeSync(log);
  }
}

/** Waits until it takes our password; false when the process ended or is silent for too long. */
async function answers(settings: Settings, pid: number | undefined): Promise<boolean> {
  const until = performance.now() + READY_MS;
  while (pid !== undefined && isAlive(pid) && performance.now() < until) {
    const client = new pg.Client({ connectionString: urlOf(settings), connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await client.end().catch(() => undefined);
      await pause(LOOK_AGAIN_MS);
    }
  }
  return false;
}

/** The wanted port when it is free, so that workers find the server again after a restart; else any. */
async function sparePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? wanted;
}

function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.on('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}

/** A student's or teacher's PGDATA, PGPORT or locale is not meant for this one. */
const cleanEnv = (endsWithLab: boolean): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  SystemRoot: process.env.SystemRoot,
  ...(endsWithLab && process.env.AIRLAB_FAMILY ? { AIRLAB_FAMILY: process.env.AIRLAB_FAMILY } : {}),
});

const notStarted = (places: Places, why: string, cause?: unknown): OutsideError =>
  new OutsideError(
    `PostgreSQL did not start in ${places.folder}: ${why}`,
    `Read ${places.log}. Free disk space and npm ci cure most of it.`,
    'DATABASE_START',
    cause,
  );

function lastWords({ log }: Places): string {
  try {
    return readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' | ') || 'it said nothing';
  } catch {
    return 'it said nothing';
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof Error && 'stderr' in error && String(error.stderr).trim())
    return String(error.stderr).trim().split('\n').slice(-3).join(' | ');
  return error instanceof Error ? error.message : String(error);
}
