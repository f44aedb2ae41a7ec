import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutsideError } from '../../../src/errors.ts';
import { airlabHome } from '../../home.ts';

export interface ServerWish {
  /** Holds the contest; the same one goes on with it. */
  readonly root: string;
  readonly exercise: string;
  readonly port: number;
  readonly workers: number;
  readonly minutes: number;
  readonly databaseUrl?: string | undefined;
}

/** A contest server in a process of its own, which can be killed. */
export interface ServerProcess {
  readonly url: string;
  readonly secret: string;
  readonly pid: number;
  /** From its start to its first answer. */
  readonly startMs: number;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const LONGEST_START_MS = 60_000;
const LOOK_MS = 50;

/** @throws OutsideError `NO_SERVER` with its last words when it does not answer in a minute. */
export async function startServer(wish: ServerWish): Promise<ServerProcess> {
  const { root, exercise, port, workers, minutes, databaseUrl } = wish;
  const began = performance.now();
  const words = ['compete', exercise, '--offline', '--no-browser', '--weak-sandbox', '--host', '127.0.0.1'];
  const numbers = ['--port', String(port), '--workers', String(workers), '--minutes', String(minutes)];
  const child = spawn(process.execPath, [join(airlabHome(), 'grader/bin/grade.mjs'), ...words, ...numbers], {
    env: {
      ...process.env,
      AIRLAB_ROOT: root,
      NO_COLOR: '1',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said.text += chunk;
    });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() - began > LONGEST_START_MS)
      throw new OutsideError('The contest server did not start.', said.text.trim().slice(-500), 'NO_SERVER');
    await sleep(LOOK_MS);
  }
  const startMs = Math.round(performance.now() - began);
  while (!/#\S+/.test(said.text)) await sleep(LOOK_MS);
  const secret = /#(\S+)/.exec(said.text)?.[1] ?? '';
  return {
    url,
    secret,
    startMs,
    pid: child.pid ?? 0,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/time`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
