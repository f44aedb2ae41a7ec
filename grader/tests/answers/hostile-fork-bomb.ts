// Starts processes and threads. (A few hundred that end by themselves, should a wall be missing.)
import { fork, spawn } from 'node:child_process';
import { Worker } from 'node:worker_threads';

let started = 0;

export async function hourlyPm25() {
  for (let i = 0; i < 100; i++) {
    for (const start of [
      () => spawn('sh', ['-c', 'sleep 20 & sleep 20 & wait'], { detached: true }),
      () => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20_000)'], { detached: true }),
      () => fork(process.argv[1] ?? '', { timeout: 20_000 }),
      () => new Worker('setTimeout(() => {}, 20_000)', { eval: true }),
    ]) {
      try {
        start().on('error', () => {});
        started++;
      } catch {}
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  if (started > 0) console.log(`started ${started}`);
  return [];
}
export const compareCities = hourlyPm25;
export const showCities = hourlyPm25;
