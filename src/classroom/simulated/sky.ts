import type { Coordinates } from '../source.ts';
import type { Field } from './block.ts';

const HOURS_PER_YEAR = 8765.82;
const HOUR_OF_2000 = Date.UTC(2000, 0, 1) / 3_600_000;
const RADIANS = Math.PI / 180;
/** Upper edge of the sun on the horizon, with refraction. */
const SUNRISE_SINE = Math.sin(-0.833 * RADIANS);
/** Coldest day of the year, as a share of it: the third week of January. */
const COLDEST = 0.052;

/** Share of the year gone by, 0 to 1, good to a day. */
export function yearShare(hour: number): number {
  const years = (hour - HOUR_OF_2000) / HOURS_PER_YEAR;
  return years - Math.floor(years);
}

/** Local time by the sun, 0 to 24. */
export function solarHour(hour: number, longitude: number): number {
  const local = hour + longitude / 15;
  return local - Math.floor(local / 24) * 24;
}

/** 1 in the depth of the local winter, -1 at the height of summer, near 0 all year at the equator. */
export function winter(hour: number, latitude: number): number {
  const side = Math.max(-1, Math.min(1, latitude / 15));
  return side * Math.cos(2 * Math.PI * (yearShare(hour) - COLDEST));
}

/** Sine of the sun's height over the horizon. */
export function sunSine({ latitude, longitude }: Coordinates, hour: number): number {
  const day = yearShare(hour) * 365.25;
  const declination = -23.44 * RADIANS * Math.cos((2 * Math.PI * (day + 10)) / 365.25);
  const turn = (2 * Math.PI * (day - 81)) / 364;
  const equationOfTimeMinutes = 9.87 * Math.sin(2 * turn) - 7.53 * Math.cos(turn) - 1.5 * Math.sin(turn);
  const angle = (solarHour(hour, longitude) - 12 + equationOfTimeMinutes / 60) * 15 * RADIANS;
  return (
    Math.sin(latitude * RADIANS) * Math.sin(declination) +
    Math.cos(latitude * RADIANS) * Math.cos(declination) * Math.cos(angle)
  );
}

/** The sun: height at the hour, mean light of the hour before it, day or night. */
export const SKY: Readonly<Record<string, Field>> = {
  sun: ({ cell, each }) => each((_, hour) => Math.max(0, sunSine(cell, hour))),
  // Radiation is published as the mean of the hour that ends at the time stamp.
  sun_of_hour: ({ cell, each }) => each((_, hour) => Math.max(0, sunSine(cell, hour - 0.5))),
  is_day: ({ cell, each }) => each((_, hour) => (sunSine(cell, hour) > SUNRISE_SINE ? 1 : 0)),
};
