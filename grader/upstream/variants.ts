import { cellOf } from '../../src/classroom/cell.ts';
import type { Coordinates, Source } from '../../src/classroom/source.ts';
import type { City, World } from '../exercise.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const WINDOW_HOURS = 72;
/** Added to every value, µg/m³: clean air would show few differences. */
const LEAST = 6;

/** Substances that a change of PM2.5 goes along with, so that the changed world stays plausible. */
const PARTICLES = ['pm2_5', 'pm10', 'dust', 'pm2_5_total_organic_matter', 'secondary_inorganic_aerosol'];

/** A change of the sealed world. The same world and seed give the same change. */
export type Change = (world: World, seed: number) => World;

/** The data as it is. */
export const asIs: Change = (world) => world;

/**
 * Other values of every particle: another level, another rhythm, some hours of exactly 15.0 and a little below and
 * above it, and the maximum before the last 24 hours, so that each known mistake gives another number than the right
 * answer, and than the other mistakes.
 */
export const otherValues: Change = (world, seed) => {
  const running = runningHour(world);
  const level = 1.3 + 0.6 * chance(seed, 1);
  const highest = (place: Coordinates): number =>
    world.source
      .read(place, 'pm2_5', running - WINDOW_HOURS, WINDOW_HOURS, world.nowMs)
      .reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  return withSource(world, 'values changed', (place, variable) => {
    const here = keyOf(place);
    const [peak, chosen] = [peakAge(seed, here), nearGuideline(seed, here)];
    return (hour, value) => {
      const near = variable === 'pm2_5' ? chosen.get(running - hour) : undefined;
      if (near !== undefined) return near;
      if (variable === 'pm2_5' && running - hour === peak)
        return oneDecimal((highest(place) * level + LEAST) * 1.4);
      const ripple = 0.8 + 0.4 * chance(seed, here, hour);
      return oneDecimal((value * level + LEAST) * ripple);
    };
  });
};

/** Another day and another hour: at 23 UTC it is already tomorrow in both cities. Values change too. */
export const anotherDay: Change = (world, seed) => {
  const days = 3 + Math.floor(30 * chance(seed, 2));
  const minute = 5 + Math.floor(50 * chance(seed, 3));
  const midnight = Math.floor(world.nowMs / DAY_MS) * DAY_MS;
  const nowMs = midnight + days * DAY_MS + 23 * HOUR_MS + minute * MINUTE_MS;
  // The data is that of up to a day before: a snapshot has no other days, and the hour of the day stays true.
  const shift = Math.round((midnight + 23 * HOUR_MS - DAY_MS - world.nowMs) / HOUR_MS);
  const later = Math.floor(nowMs / HOUR_MS) - runningHour(world) - shift;
  const moved: Source = {
    ...world.source,
    kind: 'variant',
    read: (place, variable, from, count, atMs) =>
      world.source.read(place, variable, from - later, count, atMs - later * HOUR_MS),
  };
  return otherValues({ ...world, source: moved, nowMs }, seed + 1);
};

/** The cities change places with their data and their order, and one more joins them. Values change too. */
export function citiesSwapped(guest: City): Change {
  return (world, seed) => {
    const changed = otherValues(world, seed + 2);
    const turned = world.cities.toReversed();
    const places = new Map(world.cities.map((city, index) => [cellOf(city).key, turned[index] ?? city]));
    const elsewhere = (place: Coordinates): Coordinates => places.get(cellOf(place).key) ?? place;
    const { source } = changed;
    return {
      ...changed,
      cities: [...turned.slice(0, 1), guest, ...turned.slice(1)],
      source: {
        ...source,
        holds: (place, variable) => source.holds(elsewhere(place), variable),
        read: (place, ...rest) => source.read(elsewhere(place), ...rest),
      },
    };
  };
}

/** Hours without a value: the first, the last, a run of three and others, never the maximum. Values change too. */
export const withGaps: Change = (world, seed) => {
  const changed = otherValues(world, seed + 3);
  const running = runningHour(world);
  return withSource(changed, 'hours without a value', (place) => {
    const here = keyOf(place);
    return (hour, value) => (isGap(seed, here, running - hour) ? null : value);
  });
};

/** The changed values once more, for a trial with trouble: what was seen elsewhere does not help. */
export function valuesFor(trial: string): Change {
  return (world, seed) => otherValues(world, seed + 100 + hashOf(trial));
}

/** What becomes of the values of one particle at one place. */
type Rewrite = (place: Coordinates, variable: string) => (hour: number, value: number) => number | null;

function withSource(world: World, what: string, rewrite: Rewrite): World {
  const { source } = world;
  return {
    ...world,
    source: {
      kind: 'variant',
      label: `${source.label}; ${what}`,
      holds: (place, variable) => !isIndex(variable) && source.holds(place, variable),
      read: (place, variable, from, count, nowMs) => {
        const values = source.read(place, variable, from, count, nowMs);
        if (!PARTICLES.includes(variable)) return values;
        const change = rewrite(place, variable);
        return values.map((value, index) => (value === null ? null : change(from + index, value)));
      },
    },
  };
}

/** Indices of a real snapshot belong to its own concentrations; on changed ones the engine derives them anew. */
const isIndex = (variable: string): boolean => /^(european|us)_aqi/.test(variable);

/** 32 to 59 hours ago: outside the last 24, inside the 72, and away from the window's ends. */
const peakAge = (seed: number, here: number): number => 32 + Math.floor(28 * chance(seed, here, 4));

/** Ages of hours of exactly 15.0 (one in the last day), of two below it, and of four above it but below 25. */
const NEAR_GUIDELINE = { exact: [8, 25, 64], below: [4, 62], above: [27, 28, 60, 68] } as const;

/** By age, up to two hours later in one place than in another. */
function nearGuideline(seed: number, here: number): ReadonlyMap<number, number> {
  const shift = Math.floor(3 * chance(seed, here, 5));
  const { exact, below, above } = NEAR_GUIDELINE;
  return new Map([
    ...exact.map((age) => [age + shift, 15] as const),
    ...below.map((age) => [age + shift, oneDecimal(7 + 6 * chance(seed, here, age))] as const),
    ...above.map((age) => [age + shift, oneDecimal(16 + 8 * chance(seed, here, age))] as const),
  ]);
}

/** Ages are counted from the running hour: 1 is the newest full hour, 72 the oldest. */
function isGap(seed: number, here: number, age: number): boolean {
  if (age === peakAge(seed + 3, here) || age < 1) return false;
  const run = 13 + Math.floor(6 * chance(seed, here, 6));
  return age === 1 || age === 72 || (age >= run && age < run + 3) || chance(seed, here, 1000 + age) < 0.07;
}

const runningHour = ({ nowMs }: World): number => Math.floor(nowMs / HOUR_MS);

const keyOf = (place: Coordinates): number => hashOf(cellOf(place).key);

/** Never 15.0 by accident, so that the hours of exactly 15 are those chosen above. */
function oneDecimal(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 15 ? 15.1 : rounded;
}

/** Evenly spread over [0, 1), the same for the same numbers. */
function chance(...numbers: readonly number[]): number {
  const mixed = numbers.reduce((state, number) => mix(state ^ mix(number | 0)), 0x9e3779b9);
  return (mix(mixed) >>> 0) / 2 ** 32;
}

function mix(number: number): number {
  const a = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return b ^ (b >>> 16);
}

const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => mix(hash ^ (letter.codePointAt(0) ?? 0)), 7) & 0xffff;
