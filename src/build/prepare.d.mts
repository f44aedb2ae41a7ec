import type { Log, StateFolder } from './log.mjs';
import type { Progress } from './progress.mjs';
import type { StepTrouble } from './trouble.mjs';

/** What `prepare` hands on: where to write, how to show progress, and the steps that failed without stopping it. */
export interface Prepared {
  readonly state: StateFolder;
  readonly log: Log;
  readonly progress: Progress;
  readonly warnings: readonly StepTrouble[];
}
export const root: string;
export function prepare(options?: { name?: string; goOn?: boolean }): Promise<Prepared>;
export function installOutdated(lockText: string, installedText: string): boolean;
export function installTrouble(output: string, exitCode: number): StepTrouble;
