import type { City, World } from '../../exercise.ts';
import { offsetMs } from '../../judge/clock.ts';
import { nextMidnightMs } from './truth.ts';

const HOUR_MS = 3_600_000;
/** Yesterday at noon and around it: a day that is over for every city. */
const GAP = { from: 26, hours: 3 } as const;

/** Some hours of yesterday have no value at one place, in any pollutant. */
export function withGap(world: World, gap: City): World {
  const { source } = world;
  const running = Math.floor(world.nowMs / HOUR_MS);
  const isGap = (hour: number): boolean =>
    running - hour >= GAP.from && running - hour < GAP.from + GAP.hours;
  return {
    ...world,
    source: {
      ...source,
      // Indices are made anew of the changed values.
      holds: (place, variable) => !/_aqi/.test(variable) && source.holds(place, variable),
      read: (place, variable, from, count, nowMs) => {
        const values = source.read(place, variable, from, count, nowMs);
        const isHere =
          Math.abs(place.latitude - gap.latitude) < 0.2 && Math.abs(place.longitude - gap.longitude) < 0.2;
        return isHere ? values.map((value, index) => (isGap(from + index) ? null : value)) : values;
      },
    },
  };
}

/** The clock stands some time before the day ends at a place. */
export function beforeMidnight(world: World, { timezone }: City, beforeMs: number): World {
  const midnightMs = nextMidnightMs(world.nowMs, offsetMs(world.nowMs, timezone));
  return { ...world, nowMs: midnightMs - beforeMs };
}
