import type { Step } from './prepare.mjs';

export function compileStep(root: string): Step;
export function sourcesHash(root: string): string;
export function builtFrom(root: string): string;
