const HOUR_MS = 3_600_000;
/** Numbers below are seconds since 1970, above milliseconds. */
const SECONDS_END = 1e11;

/** One entry of the student's series. */
export interface Given {
  /** Milliseconds since 1970; undefined when the time cannot be read. */
  readonly timeMs: number | undefined;
  readonly value: number | null;
}

/** The student's series as data, or what keeps it from being read. */
export type Parsed =
  | { readonly kind: 'readings'; readonly readings: readonly Given[]; readonly isText: boolean }
  | { readonly kind: 'unreadable'; readonly says: string };

/** Reads what `hourlyPm25` returned. Extra fields are fine; null, undefined and NaN are gaps. */
export function parseReadings(value: unknown): Parsed {
  if (!Array.isArray(value))
    return unreadable(`returns ${kindOf(value)}; a list of { time, pm25 } is expected`);
  const entries: readonly unknown[] = value;
  if (entries.length === 0) return unreadable('returns an empty list');
  const records = entries.filter(isRecord);
  const stray = entries.find((entry) => !isRecord(entry));
  if (records.length < entries.length)
    return unreadable(`returns a list with ${kindOf(stray)} in it; each entry should be { time, pm25 }`);
  for (const field of ['time', 'pm25'])
    if (records.every((record) => record[field] === undefined && !(field in record)))
      return unreadable(
        `has entries without ${field}; they have ${Object.keys(records[0] ?? {}).join(', ')}`,
      );
  const odd = records.map((record) => record.pm25).find((pm25) => !isValue(pm25));
  if (odd !== undefined) return unreadable(`has ${kindOf(odd)} as pm25; a number or null is expected`);
  return {
    kind: 'readings',
    readings: records.map((record) => ({ timeMs: timeMs(record.time), value: numberOf(record.pm25) })),
    isText: records.some((record) => typeof record.pm25 === 'string'),
  };
}

/**
 * A moment in any unambiguous form: ISO 8601 with Z, with an offset, or without (then it is UTC), HTTP's own form,
 * seconds or milliseconds since 1970, or a Date that crossed a border.
 */
export function timeMs(value: unknown): number | undefined {
  if (isRecord(value)) return timeMs(value.$date);
  if (typeof value === 'number')
    return Number.isFinite(value) ? (Math.abs(value) < SECONDS_END ? value * 1000 : value) : undefined;
  if (typeof value !== 'string') return undefined;
  if (/^\d{9,13}$/.test(value)) return timeMs(Number(value));
  const written = writtenTime(value);
  const moment = written
    ? Date.parse(`${written.clock}Z`) - zoneMs(written.zone)
    : Date.parse(/\b(GMT|UTC)$/.test(value) ? value : '');
  return Number.isNaN(moment) ? undefined : moment;
}

/** A time as it is written: what the clock shows to the minute, `2026-11-23T21:00`, and the zone if it is named. */
export interface WrittenTime {
  readonly clock: string;
  /** `Z`, `UTC`, `GMT`, or an offset such as `+01:00`. */
  readonly zone: string | undefined;
}

/** Reads ISO 8601 and its common relatives: a space for the T, seconds, fractions, a zone name in brackets. */
export function writtenTime(value: unknown): WrittenTime | undefined {
  const match =
    typeof value === 'string'
      ? /^(\d{4}-\d{2}-\d{2})(?:T|,? )(\d{1,2})(?::?(\d{2}))?(?::\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[.*\])?$/i.exec(
          value.trim(),
        )
      : null;
  if (!match) return undefined;
  const [, date, hour = '', minute = '00', zone] = match;
  return { clock: `${date}T${hour.padStart(2, '0')}:${minute}`, zone };
}

/** The hour that a moment starts, or undefined when it is no full hour. */
export function hourOf(moment: number | undefined): number | undefined {
  return moment !== undefined && moment % HOUR_MS === 0 ? moment / HOUR_MS : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In words, for messages. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (isRecord(value) && '$promise' in value) return 'a promise that was not awaited';
  if (isRecord(value) && '$function' in value) return 'a function that was not called';
  if (typeof value === 'object')
    return `an object with ${Object.keys(value).slice(0, 5).join(', ') || 'no fields'}`;
  return `a ${typeof value}`;
}

/** Numbers stay, numbers as text are read, everything else is a gap. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'string' && value.trim() !== '') return numberOf(Number(value));
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function isValue(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'number') return true;
  return typeof value === 'string' && (value.trim() === '' || numberOf(value) !== null || value === 'NaN');
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || /^[A-Z]/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

const unreadable = (says: string): Parsed => ({ kind: 'unreadable', says });
