import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Duplex, type Readable } from 'node:stream';
import { type Box, boxCommand } from './box.ts';
import { childFile } from './child-file.ts';
import { CHANNEL_FD } from './messages.ts';
import type { Limits } from './run.ts';

/** A child in its box, with the channel and what it prints. */
export interface BoxedProcess {
  readonly pid: number | undefined;
  readonly channel: Duplex;
  readonly prints: readonly Readable[];
  readonly isRunning: () => boolean;
  /** Ends it and everything that it started, at once. */
  readonly kill: () => void;
  /** Settles when the process is gone and everything that it said was read. */
  readonly closed: Promise<Exit>;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why it could not be started. */
  readonly error?: string;
}

/** Starts a child that waits for its assignment. It inherits nothing: no variable, no folder, no descriptor. */
export function startBoxed(box: Box, limits: Limits): BoxedProcess {
  const { command, args } = boxCommand(box, { child: childFile(), limits });
  const child = spawn(command, args, {
    env: environment(),
    cwd: process.platform === 'win32' ? tmpdir() : '/',
    // Held open by us: the guard of a box without bubblewrap and setpriv waits for its end.
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  running.add(child);
  const channel = child.stdio[CHANNEL_FD];
  if (!(channel instanceof Duplex)) throw new Error('The channel of the sandbox is not a pipe.');
  for (const stream of [channel, child.stdin]) stream?.on('error', () => {}); // it ended before it read all
  return {
    pid: child.pid,
    channel,
    prints: [child.stdout, child.stderr].filter((stream) => stream !== null),
    isRunning: () => running.has(child),
    kill: () => {
      killGroup(child);
      // For a moment while bubblewrap builds its walls a kill misses what is behind them: that one ends when it hears nobody.
      channel.end();
    },
    closed: new Promise((resolve) => {
      child.on('error', ({ message }) => {
        running.delete(child);
        resolve({ code: null, signal: null, error: message });
      });
      child.on('close', (code, signal) => {
        running.delete(child);
        resolve({ code, signal });
      });
    }),
  };
}

/** What would outlive a grader that leaves in the middle of a run. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach(killGroup));

function environment(): Record<string, string> {
  // Windows' own libraries do not start without it.
  const { SystemRoot } = process.env;
  return { TZ: 'UTC', ...(process.platform === 'win32' && SystemRoot ? { SystemRoot } : {}) };
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // it ended meanwhile
  }
}
