import type { Contest, Interval, Person } from './contest.ts';

const MINUTE_MS = 60_000;

export type Phase = 'lobby' | 'countdown' | 'race' | 'freeze' | 'over' | 'reveal' | 'closed';

type Timed = Pick<Contest, 'clock' | 'settings'>;
type Pace = Pick<Person, 'factor' | 'extraMs' | 'delayMs'>;

/** The clock that everybody sees: nobody's extra time. */
const USUAL: Pace = { factor: 1, extraMs: 0, delayMs: 0 };

/** How long a person may work, in ms of running clock. */
export function lengthMs({ settings, clock }: Timed, { factor, extraMs }: Pace = USUAL): number {
  return (settings.minutes * MINUTE_MS + clock.extendedMs) * factor + extraMs;
}

/**
 * Running clock since the start: cut intervals and pauses do not count, and a person's delay neither. Negative before
 * the start; undefined when no start is set.
 *
 * @example elapsedMs(contest, startMs + 60_000) // 60_000
 */
export function elapsedMs({ clock }: Timed, atMs: number, { delayMs }: Pace = USUAL): number | undefined {
  const { startMs } = clock;
  if (startMs === undefined) return undefined;
  const cutMs = stops(clock, atMs)
    .map(({ fromMs, toMs }) => Math.min(toMs, atMs) - Math.max(fromMs, startMs))
    .reduce((sum, ms) => sum + Math.max(0, ms), 0);
  return atMs - startMs - cutMs - delayMs;
}

/** The moment at which the running clock shows so much; unknown before the start, and while a pause lies before it. */
export function momentOf({ clock }: Timed, ranMs: number, { delayMs }: Pace = USUAL): number | undefined {
  const { startMs } = clock;
  if (startMs === undefined) return undefined;
  const found = stops(clock, Number.POSITIVE_INFINITY).reduce(
    (moment, { fromMs, toMs }) => {
      // A stop that begins at this very moment comes after it.
      if (fromMs >= moment) return moment;
      return moment + Math.max(0, toMs - Math.max(fromMs, startMs));
    },
    startMs + ranMs + delayMs,
  );
  return Number.isFinite(found) ? found : undefined;
}

/** When a person's time is over: the first moment that is too late. */
export function endMs(contest: Timed, pace: Pace = USUAL): number | undefined {
  return momentOf(contest, lengthMs(contest, pace), pace);
}

/** From when on submissions are hidden from others. */
export function freezeMs(contest: Timed): number | undefined {
  const { clock, settings } = contest;
  if (clock.frozenMs !== undefined) return clock.frozenMs;
  return momentOf(contest, Math.max(0, lengthMs(contest) - settings.freezeMinutes * MINUTE_MS));
}

/** Whether a submission whose first byte came then is in the person's time. */
export function isInTime(contest: Timed, receivedMs: number, pace: Pace): boolean {
  const ranMs = elapsedMs(contest, receivedMs, pace);
  return ranMs !== undefined && ranMs >= 0 && ranMs < lengthMs(contest, pace);
}

/** When the last clock in the room stops. */
export function lastEndMs(contest: Contest): number | undefined {
  const ends = [USUAL, ...contest.people.values()].map((pace) => endMs(contest, pace));
  return ends.includes(undefined) ? undefined : Math.max(...ends.flatMap((end) => end ?? []));
}

export function phaseAt(contest: Contest, atMs: number): Phase {
  const { clock, endedMs, isClosed, revealedPlaces } = contest;
  if (isClosed) return 'closed';
  if (revealedPlaces > 0) return 'reveal';
  if (endedMs !== undefined && endedMs <= atMs) return 'over';
  if (clock.startMs === undefined) return 'lobby';
  if (atMs < clock.startMs) return 'countdown';
  const end = endMs(contest) ?? Number.POSITIVE_INFINITY;
  if (atMs >= end) return 'over';
  return atMs >= (freezeMs(contest) ?? end) ? 'freeze' : 'race';
}

/** Cuts and pauses, the earliest first, without overlaps. */
function stops({ cuts, pausedMs }: Contest['clock'], untilMs: number): readonly Interval[] {
  const open = pausedMs === undefined ? [] : [{ fromMs: pausedMs, toMs: untilMs }];
  const sorted = [...cuts, ...open].sort((one, other) => one.fromMs - other.fromMs);
  const joined: Interval[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last === undefined || next.fromMs > last.toMs) joined.push(next);
    else joined[joined.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, next.toMs) };
  }
  return joined;
}
