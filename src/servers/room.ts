import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Start } from '../databases/embedded/account.ts';
import { OutsideError } from '../errors.ts';

/** Where one server lives while it runs. */
export interface Room {
  readonly name: string;
  /** Empty at first, removed at the end. */
  readonly folder: string;
  readonly root: string;
  readonly say: (line: string) => void;
}

/** A server that answers. */
export interface Running {
  readonly name: string;
  /** Name and version, as it tells them itself. */
  readonly engine: string;
  readonly variable: string;
  /** What to set the variable to. */
  readonly value: string;
  readonly stop: () => Promise<void>;
}

/** One kind of server. */
export interface Kind {
  readonly name: string;
  readonly variable: string;
  /** What this machine lacks for it; undefined when it can start now. */
  readonly lacks: (root: string) => string | undefined;
  /** Gets what is missing, where an ordinary package manager has it. */
  readonly fetch?: (room: Room) => Promise<void>;
  readonly start: (room: Room) => Promise<Running>;
}

const execute = promisify(execFile);
const READY_MS = 120_000;
/** The data are thrown away: nobody needs to wait for a tidy end. */
const STOP_MS = 2_000;
const LOOK_AGAIN_MS = 100;

/** A port of loopback that nobody has now. */
export function sparePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Runs a program to its end. @throws OutsideError `SERVER_START` with its last words. */
export async function runToEnd({ name }: Room, { command, args, ...ids }: Start, cwd = '/'): Promise<void> {
  try {
    await execute(command, [...args], { ...ids, cwd, maxBuffer: 2 ** 26 });
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw notStarted(name, words, error);
  }
}

/** A program that runs until it is stopped. */
export interface Program {
  readonly stop: () => Promise<void>;
  /** Waits until `answers` gives something. @throws OutsideError `SERVER_START` */
  readonly until: <Answer>(answers: () => Promise<Answer>) => Promise<Answer>;
}

/** Starts a program; it is in our process group, so that what ends us ends it. */
export function startProgram({ name, folder }: Room, start: Start, env: NodeJS.ProcessEnv = {}): Program {
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'server.log');
  const file = openSync(log, 'a');
  const { command, args, ...ids } = start;
  const child = spawn(command, args, {
    ...ids,
    cwd: '/',
    env: { ...process.env, ...env },
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  const state: { error?: Error } = {};
  child.on('error', (error) => Object.assign(state, { error }));
  return {
    stop: () => stopProgram(child),
    until: async (answers) => {
      const end = performance.now() + READY_MS;
      for (;;) {
        const answer = await answers().catch((error: unknown) => ({ failed: error }));
        if (!(typeof answer === 'object' && answer !== null && 'failed' in answer)) return answer;
        if (state.error || child.exitCode !== null || child.signalCode !== null || performance.now() > end)
          throw notStarted(name, `${state.error?.message ?? ''}${lastWords(log)}`, answer.failed);
        await pause(LOOK_AGAIN_MS);
      }
    },
  };
}

async function stopProgram(child: ChildProcess): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill(signal);
    const end = performance.now() + STOP_MS;
    while (child.exitCode === null && child.signalCode === null && performance.now() < end)
      await pause(LOOK_AGAIN_MS);
  }
}

const notStarted = (name: string, words: string, cause: unknown): OutsideError =>
  new OutsideError(
    `${name} did not start: ${words.trim().split('\n').slice(-3).join(' | ') || 'it said nothing'}`,
    'Leave it out by naming the others: npm run servers -- postgres mariadb',
    'SERVER_START',
    cause,
  );

function lastWords(log: string): string {
  try {
    return readFileSync(log, 'utf8');
  } catch {
    return '';
  }
}
