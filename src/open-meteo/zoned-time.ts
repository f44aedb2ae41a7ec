/** Writes moments so that nobody can misread their zone. */
export interface ZonedTime {
  /** In UTC: `2026-11-24T09:00Z`. */
  utc(timeMs: number): string;
  /** On a clock in the zone, with its distance from UTC at that moment: `2026-11-24T10:00+01:00`. */
  local(timeMs: number): string;
}

/**
 * Asks the runtime for each moment, because Open-Meteo's `utc_offset_seconds` is today's: in winter it would be wrong
 * for the hours of last summer. `offsetSeconds` is only used for a zone that the runtime does not know.
 *
 * @example zonedTime('Europe/Copenhagen', 3600).local(Date.UTC(2026, 10, 24, 9)) //=> '2026-11-24T10:00+01:00'
 */
export function zonedTime(timezone: string, offsetSeconds: number): ZonedTime {
  const offsetMs = offsetReader(timezone, offsetSeconds);
  return {
    utc: (timeMs) => `${minute(timeMs)}Z`,
    local(timeMs) {
      const offset = offsetMs(timeMs);
      return `${minute(timeMs + offset)}${distance(offset)}`;
    },
  };
}

function offsetReader(timezone: string, offsetSeconds: number): (timeMs: number) => number {
  const formatter = formatterOf(timezone);
  if (!formatter) return () => offsetSeconds * 1000;
  return (timeMs) => {
    const [day = '', clock = ''] = formatter.format(timeMs).split(', ');
    const [month, date, year] = day.split('/');
    return Date.parse(`${year}-${month}-${date}T${clock}Z`) - Math.floor(timeMs / 1000) * 1000;
  };
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const two = '2-digit';
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two },
      ...{ hour: two, minute: two, second: two },
    });
  } catch {
    return undefined;
  }
}

const minute = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 16);

function distance(offsetMs: number): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
