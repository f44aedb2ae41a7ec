import type { AirHour } from '../../forecasting/examples.ts';

const HOUR_MS = 3_600_000;
const STARTS_MS = Date.parse('2025-01-01T00:00:00Z');

/** Invented hours whose days are alike from one to the next, so that a model can learn from them. */
export function airOf(
  place: string,
  days: number,
  level: (day: number) => number | null,
): readonly AirHour[] {
  return Array.from({ length: days * 24 }, (_, index) => {
    const time = new Date(STARTS_MS + index * HOUR_MS).toISOString().replace(':00.000Z', 'Z');
    const value = level(Math.floor(index / 24));
    const pm2_5 = value === null ? null : value + 2 * Math.sin(index / 4);
    return { place, time, local: time.replace('Z', '+00:00'), pm2_5 };
  });
}

/** Swings around 20 with a period of a month: tomorrow follows from today and yesterday. */
export const swinging = (day: number): number => 20 + 10 * Math.sin(day / 5);
