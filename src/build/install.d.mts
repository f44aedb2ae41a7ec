import type { Step } from './prepare.mjs';
import type { StepTrouble } from './trouble.mjs';

export function installStep(root: string): Step;
export function installOutdated(
  lockText: string,
  installedText: string,
  isThere?: (path: string) => boolean,
): boolean;
export function installTrouble(output: string, exitCode: number): StepTrouble;
