import type { Report } from '../../report/report.ts';

/** Stands for `grader/sandbox/layers.ts` in the miniature kit. */
export const layers = (): Report['sandbox'] => ({ layers: ['node permissions', 'watchdog'] });
