import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isAlive } from '../databases/embedded/postmaster.ts';
import { isAirlabError } from '../errors.ts';
import type { Running } from './room.ts';
import { startServers } from './servers.ts';

const INSIDE = '--inside';
const PREFIX = 'airlab-servers-';
const HELP = `npm run servers [-- NAME …]

Starts the databases that this machine has, on spare ports, with data of their own that are gone afterwards, and prints
the variables that make the notebooks use them. Ctrl-C stops them all.

NAME is postgres, mariadb, influxdb, mongodb, cassandra, neo4j or feast. The last four are fetched when they are named
(Maven and pip), into .airlab/servers. Without a NAME all start that are there.`;

/**
 * Two processes: this one is the user's; the servers belong to a second one below a supervisor, which ends with this
 * one however it ends.
 */
function outside(words: readonly string[], root: string): Promise<number> {
  removeOld();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL and MariaDB run as somebody else when we are root; what is inside is theirs alone.
  chmodSync(folder, 0o711);
  const supervisor = join(root, 'src', 'build', 'supervise.mjs');
  const args = [supervisor, process.execPath, __filename, INSIDE, folder, ...words];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'inherit', 'inherit'] });
  // The supervisor hears the closed pipe and asks the servers to stop.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.stdin.end());
  return new Promise((resolve) =>
    child.on('close', (code) => {
      rmSync(folder, { recursive: true, force: true });
      resolve(code === 143 || code === 130 ? 0 : (code ?? 1));
    }),
  );
}

async function inside([folder = '', ...names]: readonly string[], root: string): Promise<number> {
  const state: { stop?: () => Promise<void> } = {};
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        void (state.stop?.() ?? Promise.resolve()).finally(() => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
          process.exit(0);
        });
      });
  });
  const say = (line: string): void => console.log(line);
  say('Starting. For the terminal in which the notebooks are started:\n');
  const onStart = ({ engine, variable, value }: Running): void =>
    say(`  # ${engine}\n  export ${variable}='${value}'`);
  const servers = await startServers({ names, folder, root, say, onStart });
  state.stop = servers.stop;
  if (servers.missing.length > 0)
    say(`\nNot started:\n${servers.missing.map((line) => `  ${line}`).join('\n')}`);
  if (servers.running.length === 0) return 3;
  say('\nAll that can run is running. Ctrl-C stops it; the data are gone then.');
  // A process without timers and sockets would end here.
  const alive = setInterval(() => undefined, 2 ** 30);
  await stopped;
  clearInterval(alive);
  return 0;
}

/** Folders of runs that were killed together with their supervisor. */
function removeOld(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^airlab-servers-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

const [first, ...rest] = process.argv.slice(2);
const root = join(dirname(__filename), '../..');
const words = first === undefined ? [] : [first, ...rest];
const work =
  first === '--help' || first === '-h'
    ? Promise.resolve(console.log(HELP)).then(() => 0)
    : first === INSIDE
      ? inside(rest, root)
      : outside(words, root);
work.then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (!isAirlabError(error)) throw error;
    console.error(`${error.message}\n${error.hint}`);
    process.exit(error.trouble === 'usage' ? 2 : 3);
  },
);
