import type { City, World } from '../exercise.ts';
import { honestOffsets, wallTimeAt } from './clock.ts';
import type { Values } from './compare.ts';

const HOUR_MS = 3_600_000;
const GUIDELINE = 15;

/** Hours that the exercise is about. */
export const WINDOW_HOURS = 72;
export const DAY_HOURS = 24;

/** A run of hours, oldest first. */
export interface Series {
  /** Epoch hour of the first value. */
  readonly from: number;
  readonly values: Values;
}

/** The numbers of the comparison. */
export interface Air {
  readonly mean24: number | null;
  readonly max: number | null;
  /** Epoch hours that have the maximum: any of them is right. */
  readonly maxHours: readonly number[];
  readonly hoursAbove15: number;
  readonly share: number;
}

/** The hour that is still running; the window ends before it. */
export const runningHour = ({ nowMs }: World): number => Math.floor(nowMs / HOUR_MS);

/** PM2.5, or another variable, of the 72 full hours before the world's moment. */
export function truth(city: City, world: World, variable = 'pm2_5'): Series {
  const from = runningHour(world) - WINDOW_HOURS;
  return { from, values: world.source.read(city, variable, from, WINDOW_HOURS, world.nowMs) };
}

/** The comparison that follows from a series; the mean is over its last 24 entries. */
export function airOf({ from, values }: Series): Air {
  const known = values.filter((value) => value !== null);
  const max = known.length === 0 ? null : known.reduce((a, b) => Math.max(a, b));
  return {
    mean24: mean(values.slice(-DAY_HOURS)),
    max,
    maxHours: values.flatMap((value, index) => (value === max && value !== null ? [from + index] : [])),
    hoursAbove15: above(values, GUIDELINE),
    share: values.length === 0 ? 0 : known.length / values.length,
  };
}

/** Over the hours that have a value; `null` when none has. */
export function mean(values: Values): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

export const above = (values: Values, limit: number): number =>
  values.filter((value) => value !== null && value > limit).length;

/** Every local time that is right for the maximum. */
export function rightTimes({ maxHours }: Air, city: City, nowMs: number): readonly string[] {
  const times = maxHours.flatMap((hour) =>
    honestOffsets(hour * HOUR_MS, nowMs, city.timezone).map((offset) => wallTimeAt(hour * HOUR_MS, offset)),
  );
  return [...new Set(times)];
}

/** `2026-11-24T09:00Z` */
export const hourName = (hour: number): string => `${new Date(hour * HOUR_MS).toISOString().slice(0, 16)}Z`;
