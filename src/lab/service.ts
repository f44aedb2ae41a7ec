import type { ChildProcess } from 'node:child_process';
import type { Log } from '../build/log.mjs';
import type { Command, runLogged, startSupervised } from '../build/run.mjs';

/** How commands are started: under a supervisor that ends them when this process ends. */
export interface Processes {
  readonly startSupervised: typeof startSupervised;
  readonly runLogged: typeof runLogged;
}

/** A long-running command of ours. */
export interface Service {
  readonly name: string;
  /** Resolves to the exit code when the command has ended, whoever ended it. */
  readonly ended: Promise<number>;
  /** Ends the command with all its descendants; resolves when they are gone. */
  stop(): Promise<void>;
}

export interface ServiceCommand extends Command {
  readonly name: string;
  /** A file to remove when the service ends, for example the record of its address. */
  readonly record?: string;
}

export function startService(processes: Processes, log: Log, command: ServiceCommand): Service {
  log.write(`$ ${[command.command, ...command.args].join(' ')}\n`);
  const child = processes.startSupervised({ ...command, output: log.fd });
  // The supervisor may be gone already when it is told to stop.
  child.stdin?.on('error', () => undefined);
  const ended = exitCodeOf(child);
  return {
    name: command.name,
    ended,
    async stop() {
      child.stdin?.end();
      await ended;
    },
  };
}

/**
 * Asks `answers` until it says yes.
 *
 * @returns 'answers', 'ended' when the service ended first, 'silent' when the time is over.
 */
export async function waitUntilAnswering(
  service: Service,
  answers: () => Promise<boolean>,
  { timeoutMs, everyMs = 100 }: { timeoutMs: number; everyMs?: number },
): Promise<'answers' | 'ended' | 'silent'> {
  const state = { ended: false };
  void service.ended.then(() => {
    state.ended = true;
  });
  for (const until = performance.now() + timeoutMs; performance.now() < until; ) {
    if (await answers()) return 'answers';
    if (state.ended) return 'ended';
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return 'silent';
}

function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
