import { refuse } from './refusal.ts';

/** First and last moment, both included, seconds since 1970 by the wall clock of the answer. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2}))?)?)?$/;
const WRONG_FORMAT = "Invalid date format. Make sure to use 'YYYY-MM-DD'";

/** @throws {Refusal} `Invalid date format…`, `Invalid date` */
export function parseDate(text: string): number {
  return secondsOf(DATE.exec(text) ?? refuse(WRONG_FORMAT));
}

/** A date, or a date with hour, minute and second. @throws {Refusal} as `parseDate` */
export function parseDateTime(text: string): number {
  return secondsOf(DATE_TIME.exec(text) ?? refuse(WRONG_FORMAT));
}

/** February 31 is accepted and means March 3. */
function secondsOf(match: RegExpExecArray): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part = '0') => Number(part));
  const isDate = year >= 1900 && year <= 2050 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isDate || hour > 23 || minute > 59 || second > 59) refuse('Invalid date');
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** Pairs starts and ends. @throws {Refusal} unequal counts, an end before its start */
export function spansOf(
  starts: readonly number[],
  ends: readonly number[],
  name: 'date' | 'hour' | 'minutely_15',
): readonly Span[] {
  if (starts.length !== ends.length)
    refuse(`Parameter 'start_${name}' and 'end_${name}' must have the same number of elements`);
  return starts.map((first, index) => {
    const last = ends[index] ?? first;
    if (last < first) refuse('End-date must be larger or equals than start-date');
    return { first, last };
  });
}

/** `2026-10-08` */
export function dateText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** `2026-10-08T14:00` */
export function dateTimeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16);
}
