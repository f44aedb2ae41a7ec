import type { Places } from './places.ts';

/** What a seat of government adds, by GeoNames feature code. */
const BONUS: Readonly<Record<string, number>> = {
  ...{ PPLC: 0.3, PPLA: 0.3, PPLA2: 0.23, PPLA3: 0.2, PPLA4: 0.18, PPLA5: 0.15, PPL: 0.1 },
};
/** A place with this many times 3.2 people is half as important as the largest. */
const SCALE_PEOPLE = 50_000;
const STEEPNESS = 25;

/** How important a place is, from 0 to 1.3: by its people and its office, as Open-Meteo's search ranks. */
export function rankOf({ population, feature, features }: Places, row: number): number {
  const people = population[row] ?? 0;
  const bonus = BONUS[features[feature[row] ?? -1] ?? ''] ?? 0;
  return bonus + (people === 0 ? 0 : 1 / (1 + STEEPNESS * Math.exp(-people / SCALE_PEOPLE)));
}
