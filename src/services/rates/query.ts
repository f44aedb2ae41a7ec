import { dayAt, dayOf, type EpochDay, isBankDay, isoDay, lastBankDay } from './days.ts';
import { CURRENCIES, FIRST_DAY, isCurrency, rateOn } from './series.ts';

export interface RateRow {
  readonly date: string;
  readonly base: string;
  readonly quote: string;
  readonly rate: number;
}

/** Which rates are asked for. */
export interface RateQuery {
  readonly base: string;
  /** All others when empty. */
  readonly quotes: readonly string[];
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/** A question that cannot be answered, in the words of the service. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

type Given = Readonly<Record<string, string | undefined>>;

const KNOWN = new Set(['base', 'quotes', 'providers', 'date', 'from', 'to', 'group', 'expand']);

/** The question of Frankfurter v2; every mistake is a 422. */
export function queryOf(given: Given, nowMs: number): RateQuery | Refusal {
  const unknown = Object.keys(given).filter((name) => !KNOWN.has(name));
  if (unknown.length > 0) return refusal(`unknown parameter: ${unknown.join(', ')}`);
  if (given.date !== undefined && (given.from ?? given.to) !== undefined)
    return refusal('conflicting params');
  const days = { date: given.date, from: given.from, to: given.to };
  if (Object.values(days).some((text) => text !== undefined && dayOf(text) === undefined))
    return refusal('invalid date');
  if (given.group !== undefined && !['week', 'month'].includes(given.group)) return refusal('invalid group');
  const base = (given.base ?? 'EUR').toUpperCase();
  const quotes = codesOf(given.quotes);
  const invalid = [base, ...quotes].filter((code) => !isCurrency(code));
  if (invalid.length > 0) return refusal(`invalid currency: ${invalid.join(',')}`);
  const today = dayAt(nowMs);
  const from = dayOf(given.from ?? given.date ?? '') ?? today;
  const to = given.from === undefined ? from : Math.min(today, dayOf(given.to ?? '') ?? today);
  return { base, quotes, from, to };
}

/**
 * The rows of a question, by day, then by quote. A range that begins on a day without rates begins with the rates
 * that were valid then, so its first date may be a Friday that nobody asked for.
 */
export function rowsOf({ base, quotes, from, to }: RateQuery): readonly RateRow[] {
  const wanted = (quotes.length === 0 ? CURRENCIES : [...quotes].sort()).filter((code) => code !== base);
  return daysOf(from, to).flatMap((day) =>
    wanted.map((quote) => ({ date: isoDay(day), base, quote, rate: rateOn(day, { base, quote }) })),
  );
}

/** Bank days of a range; none before the euro. */
export function daysOf(from: EpochDay, to: EpochDay): readonly EpochDay[] {
  if (to < from || to < FIRST_DAY) return [];
  const first = Math.max(FIRST_DAY, lastBankDay(from));
  return Array.from({ length: to - first + 1 }, (_, index) => first + index).filter(isBankDay);
}

/** One row a week or month: the mean of its days, dated with its first day. */
export function grouped(rows: readonly RateRow[], group: 'week' | 'month'): readonly RateRow[] {
  const groups = new Map<string, RateRow[]>();
  for (const row of rows) {
    const key = `${firstDayOf(row.date, group)} ${row.quote}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].flatMap(([key, [first, ...others]]) => {
    if (first === undefined) return [];
    const sum = others.reduce((total, { rate }) => total + rate, first.rate);
    return [{ ...first, date: key.slice(0, 10), rate: Number((sum / (others.length + 1)).toPrecision(5)) }];
  });
}

function firstDayOf(date: string, group: 'week' | 'month'): string {
  if (group === 'month') return `${date.slice(0, 8)}01`;
  const day = dayOf(date) ?? 0;
  // 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday.
  return isoDay(day - ((day + 3) % 7));
}

export function codesOf(list: string | undefined): readonly string[] {
  return (list ?? '')
    .toUpperCase()
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

function refusal(message: string): Refusal {
  return { status: 422, message };
}
