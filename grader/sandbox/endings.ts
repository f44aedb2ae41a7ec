import type { Exit } from './boxed-process.ts';
import { limitSays } from './limits.ts';
import type { Usage } from './processes.ts';
import type { Ending, Limits } from './run.ts';

/** What the parent saw of a process that ended. */
export interface Seen extends Pick<Usage, 'rssMb' | 'cpuS'> {
  /** Our own part of the child was done. */
  readonly isReady: boolean;
  readonly printed: string;
}

/** Between two looks of the watchdog a process may get so much further. */
const NEARLY = 0.8;

/**
 * How a run ended whose process left without a word: by a limit that the system keeps, by its own code, or by us.
 * What happened before the answer began is never the student's.
 *
 * @example silentEnding({ code: null, signal: 'SIGXCPU' }, limits, seen) // { kind: 'limit', limit: 'cpu', … }
 */
export function silentEnding({ code, signal, error }: Exit, limits: Limits, seen: Seen): Ending {
  const broken = (says: string): Ending => ({ kind: 'broken', says: `the sandbox ${says}` });
  const limit = (name: 'cpu' | 'memory'): Ending => ({
    kind: 'limit',
    limit: name,
    says: limitSays(name, limits),
  });
  if (error !== undefined) return broken(`could not be started: ${error}`);
  const name = signal ?? SIGNALS[(code ?? 0) - 128];
  const ended = name ?? `exit code ${code}`;
  if (!seen.isReady) return broken(`did not come up (${ended}): ${seen.printed.trim().slice(0, 300)}`);
  if (name === 'SIGXCPU') return limit('cpu');
  if (name === 'SIGABRT' && /heap|memory|allocation/i.test(seen.printed)) return limit('memory');
  if (name === 'SIGKILL' && seen.cpuS > limits.cpuS * NEARLY) return limit('cpu');
  if (name === 'SIGKILL' && seen.rssMb > limits.rssMb * NEARLY) return limit('memory');
  if (name === 'SIGKILL') return broken('was ended by the system (SIGKILL)');
  return { kind: 'crashed', says: `ended its own process (${ended})` };
}

/** A shell or bubblewrap tells the signal that ended its child as 128 and its number. */
const SIGNALS: Readonly<Record<number, string>> = {
  4: 'SIGILL',
  6: 'SIGABRT',
  7: 'SIGBUS',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  24: 'SIGXCPU',
};
