import { readFileSync } from 'node:fs';

/** What a process and its descendants use. */
export interface Usage {
  readonly rssMb: number;
  readonly cpuS: number;
}

const PAGE_BYTES = 4_096;
const TICKS_A_SECOND = 100;

/** Reads `/proc`; undefined where there is none, or when the process is gone. Linux counts time in 1/100 s everywhere. */
export function usageOf(pid: number): Usage | undefined {
  const own = read(pid);
  if (own === undefined) return undefined;
  return childrenOf(pid).reduce((sum, child) => {
    const usage = usageOf(child);
    return usage ? { rssMb: sum.rssMb + usage.rssMb, cpuS: sum.cpuS + usage.cpuS } : sum;
  }, own);
}

function read(pid: number): Usage | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold blanks: state is field 3, utime 14, stime 15, rss 24.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [ticks, pages] = [(fields[11] ?? 0) + (fields[12] ?? 0), fields[21] ?? 0];
    return { rssMb: (pages * PAGE_BYTES) / 1_048_576, cpuS: ticks / TICKS_A_SECOND };
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
