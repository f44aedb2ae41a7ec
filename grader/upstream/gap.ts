import type { Coordinates } from '../../src/classroom/source.ts';
import type { World } from '../exercise.ts';

/** Half a cell and more, never another city. */
const NEAR_DEGREES = 0.2;

/** Which hours have no value, and of which variables. */
export interface Gap {
  readonly place: Coordinates;
  readonly isGap: (hour: number) => boolean;
  /** @default all */
  readonly isOf?: (variable: string) => boolean;
}

/** The world without the values of some hours at one place. */
export function withGap(world: World, { place: gap, isGap, isOf = () => true }: Gap): World {
  const { source } = world;
  const isHere = ({ latitude, longitude }: Coordinates): boolean =>
    Math.abs(latitude - gap.latitude) < NEAR_DEGREES && Math.abs(longitude - gap.longitude) < NEAR_DEGREES;
  return {
    ...world,
    source: {
      ...source,
      holds: (place, variable) => source.holds(place, variable),
      read: (place, variable, from, count, nowMs) => {
        const values = source.read(place, variable, from, count, nowMs);
        if (!isHere(place) || !isOf(variable)) return values;
        return values.map((value, index) => (isGap(from + index) ? null : value));
      },
    },
  };
}
