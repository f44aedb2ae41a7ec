import { type Usage, usageOf } from './processes.ts';
import type { Limits } from './run.ts';

type Exceeded = 'wall' | 'cpu' | 'memory';

const POLL_MS = 50;
/** Later than this, the grader itself had to wait for the processor. */
const LATE_MS = 2 * POLL_MS;
/** However busy the machine is, a run ends after so many times its wall limit. */
const MOST_WALLS = 6;

/**
 * Watches a process from outside, because a loop that never ends cannot be stopped from inside. Time in which the
 * process, or the grader, was ready to run but got no processor does not count: on a busy machine a right answer is
 * slow through no fault of its own. Sleeping counts, and so does every second of work.
 */
export function watch(
  pid: number,
  limits: Limits,
  onExceeded: (limit: Exceeded) => void,
): { stop: () => Usage } {
  const highest = { rssMb: 0, cpuS: 0, isRunnable: false };
  const startedMs = performance.now();
  const seen = { atMs: startedMs, starvedMs: 0 };
  const poll = setInterval(() => {
    const nowMs = performance.now();
    const usage = usageOf(pid);
    seen.starvedMs += starved(nowMs - seen.atMs, usage, highest.cpuS);
    seen.atMs = nowMs;
    if (usage) {
      highest.rssMb = Math.max(highest.rssMb, usage.rssMb);
      highest.cpuS = usage.cpuS;
    }
    const wallMs = nowMs - startedMs;
    if (usage && usage.rssMb > limits.rssMb) onExceeded('memory');
    else if (usage && usage.cpuS > limits.cpuS) onExceeded('cpu');
    else if (wallMs - seen.starvedMs > limits.wallMs || wallMs > MOST_WALLS * limits.wallMs)
      onExceeded('wall');
  }, POLL_MS);
  return {
    stop: () => {
      clearInterval(poll);
      return highest;
    },
  };
}

/** The part of a span in which someone was ready to run and did not. Pure. */
export function starved(spanMs: number, usage: Usage | undefined, cpuSBefore: number): number {
  if (usage?.isRunnable) return Math.max(0, spanMs - (usage.cpuS - cpuSBefore) * 1000);
  return spanMs > LATE_MS ? spanMs - POLL_MS : 0;
}
