import { dateText, dateTimeText } from './dates.ts';
import type { Axis } from './window.ts';

const DAY = 86_400;

/** How the moments of an answer are written. */
export interface TimeStyle {
  readonly isUnixtime: boolean;
  readonly offsetSeconds: number;
}

/** The moments of an axis as the answer writes them, without quotes. Days are written as dates. */
export function axisTexts({ first, stepSeconds, count }: Axis, style: TimeStyle): readonly string[] {
  if (style.isUnixtime)
    return Array.from({ length: count }, (_, index) => String(first + index * stepSeconds));
  const local = first + style.offsetSeconds;
  if (stepSeconds >= DAY)
    return Array.from({ length: count }, (_, index) => dateText(local + index * stepSeconds));
  let [day, date] = [Number.NaN, ''];
  return Array.from({ length: count }, (_, index) => {
    const seconds = local + index * stepSeconds;
    const today = Math.floor(seconds / DAY);
    if (today !== day) [day, date] = [today, dateText(seconds)];
    return `${date}T${clockText(seconds - today * DAY)}`;
  });
}

/** One moment with its clock time, without quotes. */
export function momentText(seconds: number, { isUnixtime, offsetSeconds }: TimeStyle): string {
  return isUnixtime ? String(seconds) : dateTimeText(seconds + offsetSeconds);
}

const CLOCK: readonly string[] = Array.from({ length: DAY / 60 }, (_, minute) => {
  const part = (number: number) => String(number).padStart(2, '0');
  return `${part(Math.floor(minute / 60))}:${part(minute % 60)}`;
});

function clockText(secondsOfDay: number): string {
  return CLOCK[Math.floor(secondsOfDay / 60)] ?? '';
}
