import type { Ending, Limits } from './run.ts';

type Limit = Extract<Ending, { kind: 'limit' }>['limit'];

/**
 * What one run may use. An honest answer needs 0.1 s, 60 MB and at most ten requests, so each limit is far away.
 *
 * - `wallMs`: real time, for an answer that waits on something that is not a timer.
 * - `cpuS`: an endless loop ends here.
 * - `rssMb`: heap, buffers and all the rest; polled every 50 ms. `dataMb`: what one may get between two looks; the
 *   system itself refuses more. `heapMb` is for a system that cannot: V8's old space, and V8 ends the process.
 * - `virtualMs`: above any sensible time limit of a request, and below undici's own 300 s, which nobody has chosen: an
 *   answer without a time limit is told so whichever client it uses.
 */
export const DEFAULT_LIMITS: Limits = {
  wallMs: 10_000,
  cpuS: 5,
  heapMb: 256,
  dataMb: 1_024,
  rssMb: 512,
  outputBytes: 200_000,
  requests: 100,
  virtualMs: 290_000,
};

/** The defaults, with what a caller wants otherwise. */
export function limitsWith(wanted: Partial<Limits> = {}): Limits {
  return { ...DEFAULT_LIMITS, ...wanted };
}

/** What a student reads when a limit ended the run. */
export function limitSays(limit: Limit, limits: Limits): string {
  switch (limit) {
    case 'wall':
      return `ran longer than ${limits.wallMs / 1000} s`;
    case 'cpu':
      return `computed for more than ${limits.cpuS} s: look for a loop that never ends`;
    case 'memory':
      return `used more memory than the ${limits.rssMb} MB it may have`;
    case 'output':
      return `printed more than ${Math.round(limits.outputBytes / 1000)} kB`;
    case 'requests':
      return `made more than ${limits.requests} requests`;
    case 'virtual-time':
      return `waited more than ${limits.virtualMs / 1000} s on its own timers`;
  }
}

/** What a student reads when a request was never answered and nothing ended the wait. */
export function silenceSays(request: { method: string; origin: string; url: string }, forMs: number): string {
  const address = `${request.origin}${request.url}`;
  const shown = address.length > 100 ? `${address.slice(0, 99)}…` : address;
  return `no answer from ${request.method} ${shown} for ${Math.round(forMs / 1000)} s; no time limit was set`;
}
