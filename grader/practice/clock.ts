import type { PracticeEvent } from './journal.ts';

/** A practice clock. Both moments are absolute, so a restart of the computer changes nothing. */
export interface PracticeClock {
  readonly startedAt: string;
  readonly endsAt: string;
}

/** After this long a report no longer mentions the bell. */
const OLD_NEWS_MS = 60 * 60_000;

/** The clock of an exercise that was started last, running or not. */
export function clockOf(events: readonly PracticeEvent[], exercise: string): PracticeClock | undefined {
  const started = events.findLast((event) => event.type === 'started' && event.exercise === exercise);
  return started?.type === 'started' ? { startedAt: started.at, endsAt: started.endsAt } : undefined;
}

/** The event that starts a clock of so many minutes now. */
export function startClock(
  exercise: string,
  minutes: number,
  nowMs: number,
): PracticeEvent & { type: 'started' } {
  return {
    type: 'started',
    at: new Date(nowMs).toISOString(),
    exercise,
    endsAt: new Date(nowMs + minutes * 60_000).toISOString(),
  };
}

/** Milliseconds until the bell; negative after it. A clock set back never shows more than the whole time. */
export function leftMs({ startedAt, endsAt }: PracticeClock, nowMs: number): number {
  return Math.min(Date.parse(endsAt) - nowMs, Date.parse(endsAt) - Date.parse(startedAt));
}

/** Whether a report should mention the clock: it runs, or it rang a short while ago. */
export function isNews(clock: PracticeClock, nowMs: number): boolean {
  return leftMs(clock, nowMs) > -OLD_NEWS_MS;
}
