import { type Usage, usageOf } from './processes.ts';
import type { Limits } from './run.ts';

type Exceeded = 'wall' | 'cpu' | 'memory';

const POLL_MS = 50;

/** Watches a process from outside, because a loop that never ends cannot be stopped from inside. */
export function watch(
  pid: number,
  limits: Limits,
  onExceeded: (limit: Exceeded) => void,
): { stop: () => Usage } {
  const highest = { rssMb: 0, cpuS: 0 };
  const wall = setTimeout(() => onExceeded('wall'), limits.wallMs);
  const poll = setInterval(() => {
    const usage = usageOf(pid);
    if (!usage) return;
    highest.rssMb = Math.max(highest.rssMb, usage.rssMb);
    highest.cpuS = usage.cpuS;
    if (usage.rssMb > limits.rssMb) onExceeded('memory');
    else if (usage.cpuS > limits.cpuS) onExceeded('cpu');
  }, POLL_MS);
  return {
    stop: () => {
      clearTimeout(wall);
      clearInterval(poll);
      return highest;
    },
  };
}
