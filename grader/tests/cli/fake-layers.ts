import type { Report } from '../../report/report.ts';
import type { Box } from '../../sandbox/box.ts';

/** Stands for `grader/sandbox/layers.ts` in the miniature kit. */
export const layers = (): Report['sandbox'] => ({ layers: ['node permissions', 'watchdog'] });

/** Nothing can be started in it: the miniature kit runs no answer. */
export const likelyBox = (): Box => ({ node: { path: '/nowhere/node', version: 'v0.0.0' } });
