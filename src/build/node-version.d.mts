import type { StepTrouble } from './trouble.mjs';

export function nodeTrouble(version: string, path: string): StepTrouble | undefined;
