const HOUR_MS = 3_600_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock in `timezone` shows: `2026-11-23T21:00`. */
export function wallTime(timeMs: number, timezone: string): string {
  return wallTimeAt(timeMs, offsetMs(timeMs, timezone));
}

/** The same with a given offset from UTC. */
export function wallTimeAt(timeMs: number, offset: number): string {
  return new Date(timeMs + offset).toISOString().slice(0, 16);
}

/** How far the zone is ahead of UTC at that moment, in ms. */
export function offsetMs(timeMs: number, timezone: string): number {
  const parts = new Map<string, number>(
    clock(timezone)
      .formatToParts(timeMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: string): number => parts.get(type) ?? 0;
  const wallMs = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wallMs - Math.floor(timeMs / 1000) * 1000;
}

/** The same in whole hours, as far as hourly series are concerned. */
export const offsetHours = (timeMs: number, timezone: string): number =>
  Math.round(offsetMs(timeMs, timezone) / HOUR_MS);

/**
 * Offsets that an honest answer may use for an hour: the one in force then, and the one in force now, because
 * Open-Meteo shifts a whole answer by the offset of today, also across a change of the clocks.
 */
export function honestOffsets(timeMs: number, nowMs: number, timezone: string): readonly number[] {
  return [...new Set([offsetMs(timeMs, timezone), offsetMs(nowMs, timezone)])];
}

/** Making a formatter costs a millisecond, so one a zone is kept. */
function clock(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timezone, made);
  return made;
}
