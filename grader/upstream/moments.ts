import type { World } from '../exercise.ts';
import type { Change } from './variants.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The clock at so many minutes past its hour. */
export const atMinute = (world: World, minute: number): World => ({
  ...world,
  nowMs: Math.floor(world.nowMs / HOUR_MS) * HOUR_MS + minute * MINUTE_MS,
});

/** Twenty past: no hour ends while visitors ask a server. */
export const quiet =
  (change: Change): Change =>
  (world, seed) =>
    atMinute(change(world, seed), 20);
