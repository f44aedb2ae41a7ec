import { type Cell, cellOf } from '../cell.ts';
import type { Source } from '../source.ts';
import { type Field, fieldsOf } from './block.ts';
import { CLOUDS } from './clouds.ts';
import { GASES } from './gases.ts';
import { validity } from './horizon.ts';
import { BLOCK_HOURS } from './noise.ts';
import { PARTICLES } from './particles.ts';
import { POLLEN } from './pollen.ts';
import { recent } from './recent.ts';
import { region } from './region.ts';
import { SKY } from './sky.ts';
import { VARIABLES, type Variable } from './variables.ts';
import { WEATHER } from './weather.ts';

/** Published blocks kept: 512 numbers each. */
const PUBLISHED_BLOCKS = 1024;

const TABLE: Readonly<Record<string, Field>> = {
  ...SKY,
  ...PARTICLES,
  ...GASES,
  ...POLLEN,
  ...WEATHER,
  ...CLOUDS,
};

/**
 * Air and weather made by arithmetic: the same seed, 0.1° cell, variable and hour always give the same value.
 * Levels, seasons and rhythm follow measured ones (Beijing, Roskilde) or are plausible for the region.
 * It holds the base variables of air quality and weather in Open-Meteo's default units (µg/m³, °C, km/h, mm, cm,
 * hPa, m); air quality indices are left to the engine. Never throws: an unknown variable reads as nulls.
 *
 * @example
 * const source = simulated({ seed: 7 });
 * source.read({ latitude: 55.64, longitude: 12.08 }, 'pm2_5', 498_000, 3, Date.now()); // [5.1, 5.3, 5.2]
 */
export function simulated({ seed }: { readonly seed: number }): Source {
  const fields = fieldsOf(TABLE, region(seed));
  const published = recent<readonly number[]>(PUBLISHED_BLOCKS);
  const blockOf = (cell: Cell, name: string, { decimals }: Variable, block: number) =>
    published(`${name}|${cell.key}|${block}`, () =>
      Array.from(fields(cell, name, block), (value) => rounded(value, decimals)),
    );
  return {
    kind: 'simulated',
    label: `simulated, seed ${seed}`,
    holds: (place, name) => {
      const variable = VARIABLES.get(name);
      return variable !== undefined && isKnownAt(cellOf(place), variable);
    },
    read: (place, name, from, count, nowMs) => {
      const values: (number | null)[] = new Array(count).fill(null);
      const variable = VARIABLES.get(name);
      const cell = cellOf(place);
      if (variable === undefined || !isKnownAt(cell, variable)) return values;
      const valid = validity(variable.origin, cell.isEurope, nowMs);
      const end = Math.min(from + count - 1, valid.last);
      for (let hour = Math.max(from, valid.first); hour <= end; ) {
        const block = Math.floor(hour / BLOCK_HOURS);
        const numbers = blockOf(cell, name, variable, block);
        for (const stop = Math.min(end + 1, (block + 1) * BLOCK_HOURS); hour < stop; hour += 1) {
          values[hour - from] = numbers[hour - block * BLOCK_HOURS] ?? null;
        }
      }
      return values;
    },
  };
}

/** Some substances are in the European model only. */
function isKnownAt(cell: Cell, { origin }: Variable): boolean {
  return origin !== 'europe' || cell.isEurope;
}

/** Half away from zero, and no negative zero. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale + 0;
}
