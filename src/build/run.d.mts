import type { ChildProcess } from 'node:child_process';
import type { Log } from './log.mjs';

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}
export function startSupervised(
  command: Command & { output: number | 'pipe'; record?: string | undefined },
): ChildProcess;
export function runLogged(
  command: Command & { log: Log; onLine?: (line: string) => unknown },
): Promise<number>;
