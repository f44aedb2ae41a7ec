import { type SpawnOptions, spawn } from 'node:child_process';

/** The middle of a list of numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** Milliseconds with their spread: `512 ms (488-560)`. */
export function spread(values: readonly number[]): string {
  return `${Math.round(median(values))} ms (${Math.round(Math.min(...values))}-${Math.round(Math.max(...values))})`;
}

/** How one command ended. */
export interface Timing {
  readonly ms: number;
  readonly status: number | null;
  readonly output: string;
}

/** Runs a command to its end and measures it. */
export function time(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Timing> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      output += data;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ ms: performance.now() - started, status, output }));
  });
}

/** Measures several commands in turn, `rounds` times, so that a busy moment hits all of them alike. */
export async function interleaved(
  rounds: number,
  runs: Readonly<Record<string, () => Promise<Timing>>>,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const results: Record<string, number[]> = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(runs)) results[name]?.push((await run()).ms);
  }
  return results;
}
