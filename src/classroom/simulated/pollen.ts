import type { Field } from './block.ts';
import { yearShare } from './sky.ts';

interface Plant {
  /** Middle of its season and half its length, days of the year, at 50° north. */
  readonly peakDay: number;
  readonly halfDays: number;
  /** A usual value at the peak, grains/m³. */
  readonly grains: number;
  readonly south: number;
  readonly north: number;
}

/** Seasons from general knowledge of European pollen calendars; judgement. */
const PLANTS: Readonly<Record<string, Plant>> = {
  alder_pollen: { peakDay: 68, halfDays: 22, grains: 40, south: 40, north: 66 },
  birch_pollen: { peakDay: 112, halfDays: 18, grains: 120, south: 44, north: 70 },
  grass_pollen: { peakDay: 168, halfDays: 38, grains: 25, south: 30, north: 66 },
  mugwort_pollen: { peakDay: 222, halfDays: 20, grains: 6, south: 40, north: 62 },
  olive_pollen: { peakDay: 140, halfDays: 18, grains: 60, south: 30, north: 45 },
  ragweed_pollen: { peakDay: 245, halfDays: 18, grains: 15, south: 40, north: 49 },
};
/** Spring moves north by about this much. */
const DAYS_PER_DEGREE = 1.6;

/** Pollen in grains/m³: zero out of season, most on dry afternoons. */
export const POLLEN: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(PLANTS).map(([name, plant]) => [name, pollen(name, plant)]),
);

function pollen(name: string, plant: Plant): Field {
  return (block) => {
    const { latitude } = block.cell;
    const grows = latitude >= plant.south && latitude <= plant.north;
    const peak = plant.peakDay + (plant.peakDay < 200 ? DAYS_PER_DEGREE * (latitude - 50) : 0);
    const [sun, rain] = [block.field('sun'), block.field('precipitation')];
    const flight = block.shared(name, { slowHours: 20, fastHours: 3 });
    return block.each((i, hour) => {
      const away = Math.abs(yearShare(hour) * 365.25 - peak) / plant.halfDays;
      if (!grows || away >= 1) return 0;
      const season = (1 - away ** 2) ** 2;
      const washed = (rain[i] ?? 0) > 0 ? 0.2 : 1;
      return plant.grains * season * washed * (0.25 + (sun[i] ?? 0)) * Math.exp(0.9 * (flight[i] ?? 0));
    });
  };
}
