import type { City, World } from '../../exercise.ts';
import { offsetMs } from '../../judge/clock.ts';
import { withGap } from '../../upstream/gap.ts';
import { nextMidnightMs } from './truth.ts';

const HOUR_MS = 3_600_000;
/** Yesterday at noon and around it: a day that is over for every city. */
const GAP = { from: 26, hours: 3 } as const;

/** Some hours of yesterday have no value at one place, in any pollutant. */
export function withoutNoon(world: World, place: City): World {
  const running = Math.floor(world.nowMs / HOUR_MS);
  const isGap = (hour: number): boolean =>
    running - hour >= GAP.from && running - hour < GAP.from + GAP.hours;
  return withGap(world, { place, isGap });
}

/** The clock stands some time before the day ends at a place. */
export function beforeMidnight(world: World, { timezone }: City, beforeMs: number): World {
  const midnightMs = nextMidnightMs(world.nowMs, offsetMs(world.nowMs, timezone));
  return { ...world, nowMs: midnightMs - beforeMs };
}
