import type { EpochHour } from '../source.ts';

/** Hourly values of one substance in µg/m³, oldest first. */
export type Concentrations = (
  substance: string,
  from: EpochHour,
  count: number,
) => readonly (number | null)[];

type Values = readonly (number | null)[];

/** One part of an index: a substance and how its concentration becomes a number. */
interface Part {
  readonly substance: string;
  /** Hours before the one in question whose mean is needed; 0: the hour itself is enough. */
  readonly meanHours: number;
  readonly index: (hour: number, mean: number) => number;
}

/** Bands of the European Environment Agency of 2024, µg/m³ of the hour. */
const EUROPEAN = {
  pm2_5: [0, 5, 15, 50, 90, 140],
  pm10: [0, 15, 45, 120, 195, 270],
  nitrogen_dioxide: [0, 10, 25, 60, 100, 150],
  ozone: [0, 60, 100, 120, 160, 180],
  sulphur_dioxide: [0, 20, 40, 125, 190, 275],
} as const satisfies Record<string, readonly number[]>;

const NONE = Number.NaN;

/** Bands of the US agency; gases in ppb, carbon monoxide in ppm. */
const US = {
  pm2_5: [0, 9, 35.5, 55.5, 125.5, 225.5, 325.5, 500],
  pm10: [0, 55, 155, 255, 355, 425, 505, 605],
  nitrogen_dioxide: [0, 54, 100, 360, 650, 1250, 1650, 2050],
  ozoneHour: [NONE, NONE, 125, 165, 205, 405, 505, 605],
  ozone8Hours: [0, 55, 70, 85, 105, 200, NONE, NONE],
  sulphurDioxideHour: [0, 35, 75, 185, 305, NONE, NONE, NONE],
  sulphurDioxideDay: [NONE, NONE, NONE, NONE, 305, 605, 805, 1005],
  carbon_monoxide: [0, 4.5, 9.5, 12.5, 15.5, 30.5, 40.5, 50.5],
} as const;

/** µg/m³ in one ppb. */
const PER_PPB = {
  nitrogen_dioxide: 1.88,
  ozone: 1.96,
  sulphur_dioxide: 2.62,
  carbon_monoxide: 1.15,
} as const;
const PPB_PER_PPM = 1000;

const EUROPEAN_PARTS: readonly Part[] = Object.entries(EUROPEAN).map(([substance, bands]) => ({
  substance,
  meanHours: 0,
  index: (hour) => 20 * position(bands, hour),
}));

const US_PARTS: readonly Part[] = [
  { substance: 'pm2_5', meanHours: 24, index: (_, mean) => usScale(position(US.pm2_5, mean)) },
  { substance: 'pm10', meanHours: 24, index: (_, mean) => usScale(position(US.pm10, mean)) },
  {
    substance: 'nitrogen_dioxide',
    meanHours: 0,
    index: (hour) => usScale(position(US.nitrogen_dioxide, hour / PER_PPB.nitrogen_dioxide)),
  },
  {
    substance: 'ozone',
    meanHours: 8,
    index: (hour, mean) => {
      const high = position(US.ozoneHour, hour / PER_PPB.ozone);
      const usual = position(US.ozone8Hours, mean / PER_PPB.ozone);
      return usScale(Number.isNaN(high) ? usual : Number.isNaN(usual) ? high : Math.max(high, usual));
    },
  },
  {
    substance: 'sulphur_dioxide',
    meanHours: 24,
    index: (hour, mean) => {
      const usual = position(US.sulphurDioxideHour, hour / PER_PPB.sulphur_dioxide);
      const high = position(US.sulphurDioxideDay, mean / PER_PPB.sulphur_dioxide);
      return usScale(Number.isNaN(usual) ? high : usual);
    },
  },
  {
    substance: 'carbon_monoxide',
    meanHours: 8,
    index: (_, mean) => usScale(position(US.carbon_monoxide, mean / PER_PPB.carbon_monoxide / PPB_PER_PPM)),
  },
];

/** The parts of each index by the name of the variable. */
const INDICES: ReadonlyMap<string, readonly Part[]> = new Map([
  ...indicesOf('european_aqi', EUROPEAN_PARTS),
  ...indicesOf('us_aqi', US_PARTS),
]);

function indicesOf(name: string, parts: readonly Part[]): readonly (readonly [string, readonly Part[]])[] {
  return [[name, parts], ...parts.map((part) => [`${name}_${part.substance}`, [part]] as const)];
}

/** True for `european_aqi`, `us_aqi` and their parts. */
export function isIndex(variable: string): boolean {
  return INDICES.has(variable);
}

/**
 * Hourly values of an index out of concentrations: the highest of its parts, null when any part is missing. The US
 * index looks at the mean of the 24 (gases 8) hours before the hour.
 *
 * @example indexValues('european_aqi_pm2_5', (name, from, count) => read(name, from, count), { from, count: 1 }) // [44]
 */
export function indexValues(
  variable: string,
  concentrations: Concentrations,
  { from, count }: { readonly from: EpochHour; readonly count: number },
): Values {
  const parts = (INDICES.get(variable) ?? []).map((part) =>
    partValues(part, concentrations, { from, count }),
  );
  const highest: (number | null)[] = [];
  for (let hour = 0; hour < count; hour += 1) {
    let most = Number.NEGATIVE_INFINITY;
    for (const values of parts) most = Math.max(most, values[hour] ?? Number.NaN);
    highest.push(Number.isFinite(most) ? Math.round(most) : null);
  }
  return highest;
}

/** NaN where the concentration or one of the hours of its mean is missing. */
function partValues(
  { substance, meanHours, index }: Part,
  concentrations: Concentrations,
  { from, count }: { readonly from: EpochHour; readonly count: number },
): Float64Array {
  const values = concentrations(substance, from - meanHours, count + meanHours);
  const indices = new Float64Array(count);
  for (let hour = 0; hour < count; hour += 1) {
    const value = values[hour + meanHours] ?? Number.NaN;
    indices[hour] = index(value, meanHours === 0 ? value : meanBefore(values, hour, meanHours));
  }
  return indices;
}

/** Added up anew for every hour: a running sum would give an hour another last digit in another window. */
function meanBefore(values: Values, start: number, hours: number): number {
  let sum = 0;
  for (let hour = start; hour < start + hours; hour += 1) sum += values[hour] ?? Number.NaN;
  return sum / hours;
}

/** 0 at the first bound, 1 at the second and so on, straight between them and beyond the last. */
function position(bounds: readonly number[], value: number): number {
  let previous = Number.NaN;
  let width = Number.NaN;
  for (let index = 0; index < bounds.length; index += 1) {
    const bound = bounds[index] ?? Number.NaN;
    width = bound - previous;
    if (value < bound) return index - 1 + (value - previous) / width;
    previous = bound;
  }
  return bounds.length - 1 + (value - previous) / width;
}

/** Steps of 50 up to 200, then of 100. */
function usScale(position: number): number {
  return position <= 4 ? position * 50 : position * 100 - 200;
}
