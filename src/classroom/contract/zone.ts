import lookUpZone from '@photostructure/tz-lookup';
import { recent } from '../simulated/recent.ts';
import type { Coordinates } from '../source.ts';

/** A time zone at one moment: its offset then holds for the whole answer, winter dates in summer included. */
export interface Zone {
  readonly name: string;
  readonly offsetSeconds: number;
  /** `GMT+2`, never `CEST`. */
  readonly abbreviation: string;
}

export const GMT: Zone = { name: 'GMT', offsetSeconds: 0, abbreviation: 'GMT' };

const QUARTER_MS = 900_000;
const ZONES_KEPT = 1024;

const clocks = recent<Intl.DateTimeFormat>(ZONES_KEPT);
const offsets = recent<Zone>(ZONES_KEPT);

/**
 * True for a name of the IANA time zone database, in its own spelling: `Europe/Copenhagen`, not `europe/copenhagen`.
 */
export function isZoneName(name: string): boolean {
  // Offsets such as +02:00 are zones for some versions of Node, and none for the service.
  if (!/^[A-Z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    const known = clockOf(name).resolvedOptions().timeZone;
    return known === name || known.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/**
 * The zone at a moment.
 *
 * @example zoneAt('Europe/Copenhagen', Date.UTC(2026, 9, 8)) // { name: …, offsetSeconds: 7200, abbreviation: 'GMT+2' }
 */
export function zoneAt(name: string, nowMs: number): Zone {
  if (name === 'GMT' || name === 'UTC') return GMT;
  // Offsets change on full quarters of an hour.
  return offsets(`${name}|${Math.floor(nowMs / QUARTER_MS)}`, () => {
    const offsetSeconds = offsetAt(name, nowMs);
    return { name, offsetSeconds, abbreviation: abbreviationOf(offsetSeconds) };
  });
}

/** The zone of a place; at sea the nautical one, `Etc/GMT+3`. */
export function zoneNameOf({ latitude, longitude }: Coordinates): string {
  return lookUpZone(latitude, longitude);
}

function clockOf(name: string): Intl.DateTimeFormat {
  return clocks(
    name,
    () =>
      new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        hourCycle: 'h23',
        ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
        second: 'numeric',
      }),
  );
}

function offsetAt(name: string, nowMs: number): number {
  const parts = clockOf(name).formatToParts(nowMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const wallMs = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return (wallMs - Math.floor(nowMs / 1000) * 1000) / 1000;
}

function abbreviationOf(offsetSeconds: number): string {
  if (offsetSeconds === 0) return 'GMT';
  const minutes = Math.round(Math.abs(offsetSeconds) / 60);
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `GMT${offsetSeconds < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest}`;
}
