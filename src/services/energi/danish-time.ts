const MINUTE_MS = 60_000;
const PARTS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The wall clock in Denmark at a moment: `2025-10-11T14:00:00`. */
export function danishTime(ms: number): string {
  return PARTS.format(ms).replace(' ', 'T');
}

/** The moment of a Danish wall clock; in the hour that comes twice in autumn, the first. NaN when it is no time. */
export function momentOf(danish: string): number {
  const asUtc = Date.parse(`${danish}Z`);
  if (Number.isNaN(asUtc)) return asUtc;
  const summer = asUtc - 120 * MINUTE_MS;
  return danishTime(summer) === danish ? summer : asUtc - 60 * MINUTE_MS;
}

/**
 * A moment as the service lets one write it: `2025-10-01`, `2025-10-01T12:00`, `now`, `now-P1D`, `StartOfDay+PT2H`.
 * Undefined when it is written otherwise.
 */
export function momentWritten(text: string, nowMs: number): number | undefined {
  const [, base, sign, days, hours] =
    /^(now|StartOfDay)(?:([+-])P(?:(\d{1,4})D|T(\d{1,4})H))?$/i.exec(text) ?? [];
  if (base !== undefined) {
    const start =
      base.toLowerCase() === 'now' ? nowMs : momentOf(`${danishTime(nowMs).slice(0, 10)}T00:00:00`);
    const span = (Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 * MINUTE_MS;
    return sign === '-' ? start - span : start + span;
  }
  const [, day, clock = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/.exec(text) ?? [];
  const moment = day === undefined ? Number.NaN : momentOf(`${day}T${clock}:00`);
  return Number.isNaN(moment) ? undefined : moment;
}
