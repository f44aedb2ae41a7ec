import type { Report } from './report.ts';

/** An age that is worth saying. */
const NOTABLE_AGE_MS = 5 * 60_000;

/** What the numbers are and how old; `loud` when they are no fresh measurement. */
export function dataWords({ data, gradedAt }: Report): { readonly text: string; readonly loud: boolean } {
  if (data.notice !== undefined) return { text: data.notice, loud: true };
  if (data.kind === 'simulated')
    return { text: `SIMULATED data, not a measurement: ${data.label}.`, loud: true };
  const ageMs = Date.parse(gradedAt) - Date.parse(data.takenAt);
  const age = ageMs >= NOTABLE_AGE_MS ? `, ${duration(ageMs)} old` : '';
  return { text: `Data: ${data.label}${age}.`, loud: false };
}

/** Time left of the practice clock, or how long ago it rang. */
export function clockWords({ clock, exercise }: Report, nowMs: number): string | undefined {
  if (!clock) return undefined;
  const leftMs = Date.parse(clock.endsAt) - nowMs;
  const wholeMs = Date.parse(clock.endsAt) - Date.parse(clock.startedAt);
  if (leftMs > 0) return `${duration(leftMs)} of ${duration(wholeMs)} left`;
  return `the bell rang ${duration(-leftMs)} ago; the model is open: grade solution ${exercise.name}`;
}

/** @example duration(552_000) // '9 min 12 s' */
export function duration(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
