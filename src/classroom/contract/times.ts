import { recent } from '../simulated/recent.ts';
import { dateText, dateTimeText } from './dates.ts';
import type { Axis } from './window.ts';

const DAY = 86_400;

/** How the moments of an answer are written. */
export interface TimeStyle {
  readonly isUnixtime: boolean;
  readonly offsetSeconds: number;
}

/** Axes that are remembered: places of one answer share theirs, and a class asks for the same days. */
const AXES_KEPT = 64;
const LONGEST_KEPT = 1_000;
const kept = recent<string>(AXES_KEPT);

/** The moments of an axis as items of a JSON list. */
export function axisJson(axis: Axis, style: TimeStyle): string {
  const make = () => {
    const texts = axisTexts(axis, style);
    return style.isUnixtime || texts.length === 0 ? texts.join(',') : `"${texts.join('","')}"`;
  };
  if (axis.count > LONGEST_KEPT) return make();
  const { first, stepSeconds, count } = axis;
  return kept(`${first}|${stepSeconds}|${count}|${style.isUnixtime ? 'unix' : style.offsetSeconds}`, make);
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
