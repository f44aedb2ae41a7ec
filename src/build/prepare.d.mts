import type { Log, StateFolder } from './log.mjs';
import type { Progress } from './progress.mjs';
import type { StepTrouble } from './trouble.mjs';

export interface Tools {
  readonly state: StateFolder;
  readonly log: Log;
  readonly progress: Progress;
  /** Runs `work` when no other command of this repository installs or builds. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface Step {
  readonly label: string;
  readonly needed: boolean;
  /** When this file is there, an older result of the step can still run. */
  readonly usable: string;
  /** Whose trouble a failure is. */
  readonly exit: 'outside' | 'ours';
  readonly run: (tools: Tools) => Promise<StepTrouble | undefined>;
}

/** What `prepare` hands on: where to write, how to show progress, and the steps that failed without stopping it. */
export interface Prepared extends Tools {
  readonly warnings: readonly StepTrouble[];
}
export const root: string;
export function prepare(options?: { name?: string; goOn?: boolean }): Promise<Prepared>;
