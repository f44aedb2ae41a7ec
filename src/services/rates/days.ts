/** A day counted from 1970-01-01, without zone or clock. */
export type EpochDay = number;

const DAY_MS = 86_400_000;

/** The day of `2026-01-02`; undefined when there is no such day. */
export function dayOf(text: string): EpochDay | undefined {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 2026-02-30 would become March.
  return Number.isNaN(ms) || isoDay(ms / DAY_MS) !== text ? undefined : ms / DAY_MS;
}

export function isoDay(day: EpochDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of a moment, UTC. */
export function dayAt(ms: number): EpochDay {
  return Math.floor(ms / DAY_MS);
}

/**
 * True on the days on which reference rates are published: not on weekends, and not on the holidays of the European
 * payment system (New Year, Good Friday, Easter Monday, 1 May, 25 and 26 December).
 */
export function isBankDay(day: EpochDay): boolean {
  const date = new Date(day * DAY_MS);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (FIXED_HOLIDAYS.has(isoDay(day).slice(5))) return false;
  const easter = easterSunday(date.getUTCFullYear());
  return day !== easter - 2 && day !== easter + 1;
}

/** The day itself or the last bank day before it. */
export function lastBankDay(day: EpochDay): EpochDay {
  return isBankDay(day) ? day : lastBankDay(day - 1);
}

const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '12-25', '12-26']);

/** Gregorian Easter, by the anonymous algorithm (Meeus, Jones and Butcher). */
function easterSunday(year: number): EpochDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / DAY_MS;
}
