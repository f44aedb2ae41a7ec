import { getTimes } from 'suncalc';
import type { Coordinates } from '../source.ts';

/** Rise and set, seconds since 1970. */
export interface SunDay {
  readonly rise: number;
  readonly set: number;
  readonly daylightSeconds: number;
}

const DAY = 86_400;

/** The sun on the local day that begins at `midnight`. In polar night it sets as it rises, at midnight. */
export function sunOf({ latitude, longitude }: Coordinates, midnight: number): SunDay {
  const { sunrise, sunset, alwaysUp } = getTimes(new Date((midnight + DAY / 2) * 1000), latitude, longitude);
  if (sunrise === null || sunset === null) {
    const daylightSeconds = alwaysUp === true ? DAY : 0;
    return { rise: midnight, set: midnight + daylightSeconds, daylightSeconds };
  }
  const [rise, set] = [sunrise, sunset].map((moment) => Math.round(moment.getTime() / 1000));
  return { rise: rise ?? 0, set: set ?? 0, daylightSeconds: (sunset.getTime() - sunrise.getTime()) / 1000 };
}
