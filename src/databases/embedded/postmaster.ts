import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A PostgreSQL that runs on a cluster, whoever started it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const LOOK_AGAIN_MS = 20;
/** How long each way of stopping gets: politely, at once, by force. */
const STOP_MS = 10_000;

/** The PostgreSQL that runs on this data now. A file that a killed one left behind is none. */
export function runningOn(data: string): Postmaster | undefined {
  const [pid, , , port] = readLines(join(data, 'postmaster.pid')).map(Number);
  if (pid === undefined || port === undefined || !Number.isInteger(pid) || !Number.isInteger(port))
    return undefined;
  return isAlive(pid) && worksOn(pid, data) ? { pid, port } : undefined;
}

/** Asks it to stop, then makes it. Sessions are ended, nothing that was committed is lost. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signalTo(pid, signal);
    const until = performance.now() + STOP_MS;
    while (isAlive(pid) && performance.now() < until) await pause(LOOK_AGAIN_MS);
    if (!isAlive(pid)) return;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another account.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** After a restart of the machine the number may belong to something else. */
function worksOn(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return nameOf(pid).includes('postgres');
  }
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8');
  } catch {
    return process.platform === 'win32' ? 'postgres' : askPs(pid);
  }
}

function askPs(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has gone by itself.
  }
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
