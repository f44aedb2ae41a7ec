import type { Call, Outcome } from '../exercise.ts';
import { machineBox } from './layers.ts';
import { runIn } from './run-in.ts';
import type { Standby } from './standby.ts';

/** The answer, compiled to one CommonJS file: nothing is resolved or compiled inside the sandbox. */
export interface CompiledAnswer {
  /** JavaScript with an inline source map comment or none; `module.exports` carries the answer's functions. */
  readonly code: string;
  /** Shown in stack positions: `exercises/exercise-pm25.ts`. */
  readonly path: string;
  /** Maps a position in `code` to `file:line` of what the student wrote. */
  readonly locate: (line: number, column: number) => string | undefined;
}

/** A request that the answer made, as the parent sees it. */
export interface UpstreamRequest {
  readonly index: number;
  readonly method: string;
  /** Scheme and host as the student wrote them: `https://air-quality-api.open-meteo.com`. */
  readonly origin: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The child's virtual time, in ms since the run began. */
  readonly atMs: number;
}

/** What the parent lets the answer see. */
export type UpstreamReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
      readonly delayMs?: number /** Send only so many bytes, then end the connection. */;
      readonly cutAt?: number;
    }
  | { readonly kind: 'hang' };

export interface Limits {
  readonly wallMs: number;
  readonly cpuS: number;
  readonly heapMb: number;
  readonly dataMb: number;
  readonly rssMb: number;
  readonly outputBytes: number;
  readonly requests: number;
  /** How far the child's virtual clock may run ahead, in ms. */
  readonly virtualMs: number;
}

/** How a run ended. `limit` and `crashed` are the student's, `broken` is ours. */
export type Ending =
  | { readonly kind: 'finished' }
  | {
      readonly kind: 'limit';
      readonly limit: 'wall' | 'cpu' | 'memory' | 'output' | 'requests' | 'virtual-time';
      readonly says: string;
    }
  | { readonly kind: 'crashed'; readonly says: string; readonly at?: string }
  | { readonly kind: 'broken'; readonly says: string };

/** One isolated run of the answer on one upstream. */
export interface Run {
  readonly ending: Ending;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly requests: readonly UpstreamRequest[];
  /** What the answer printed; shown, never graded. */
  readonly output: string;
  /** Active walls, strongest first: `bubblewrap`, `prlimit`, `node permissions`, `network lock`, `watchdog`. */
  readonly layers: readonly string[];
  readonly used: { readonly wallMs: number; readonly virtualMs: number; readonly rssMb: number };
}

export interface RunOptions {
  readonly calls: readonly Call[];
  readonly nowMs: number;
  readonly upstream: (request: UpstreamRequest) => UpstreamReply;
  readonly limits?: Partial<Limits>;
  /** Children that are up already. Only runs with the usual limits take one. */
  readonly standby?: Standby;
  /**
   * The child may have run this answer before, and may run it again: the code is loaded anew and time begins again, but
   * what an answer keeps in globals stays. @default false
   */
  readonly mayShare?: boolean;
}

/**
 * Runs an answer once, isolated, on one upstream: student code never runs in this process, and only data comes back.
 * Its clock starts at `nowMs` and jumps over waiting, so a run takes as long as it computes.
 *
 * Never rejects because of what an answer does. `ending.kind === 'broken'` is the sandbox's own failure.
 *
 * @example
 * const run = await runAnswer(compiled, { calls, nowMs, upstream: () => ({ kind: 'hang' }) });
 * run.outcomes.get('hourly:Roskilde') // { kind: 'value', value: [ … ] }
 */
export async function runAnswer(compiled: CompiledAnswer, options: RunOptions): Promise<Run> {
  return runIn(await machineBox(), compiled, options);
}
