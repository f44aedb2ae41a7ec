import { readFileSync } from 'node:fs';

/** What a process and its descendants use. */
export interface Usage {
  readonly rssMb: number;
  readonly cpuS: number;
  /** One of them runs or waits for a processor; else all sleep. */
  readonly isRunnable: boolean;
}

const PAGE_BYTES = 4_096;
const TICKS_A_SECOND = 100;

/** Reads `/proc`; undefined where there is none, or when the process is gone. Linux counts time in 1/100 s everywhere. */
export function usageOf(pid: number): Usage | undefined {
  const own = read(pid);
  if (own === undefined) return undefined;
  return childrenOf(pid).reduce((sum, child) => {
    const usage = usageOf(child);
    if (!usage) return sum;
    return {
      rssMb: sum.rssMb + usage.rssMb,
      cpuS: sum.cpuS + usage.cpuS,
      isRunnable: sum.isRunnable || usage.isRunnable,
    };
  }, own);
}

function read(pid: number): Usage | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold blanks: state is field 3, utime 14, stime 15, rss 24.
    const words = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const field = (index: number): number => Number(words[index] ?? 0);
    return {
      rssMb: (field(21) * PAGE_BYTES) / 1_048_576,
      cpuS: (field(11) + field(12)) / TICKS_A_SECOND,
      isRunnable: words[0] === 'R',
    };
  } catch {
    return undefined;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
