import type { Api } from './apis.ts';
import { dateText, type Span } from './dates.ts';
import { refuse } from './refusal.ts';
import type { Zone } from './zone.ts';

/** Evenly spaced moments of a section. Seconds since 1970, UTC. */
export interface Axis {
  /** The first moment as the answer shows it. */
  readonly first: number;
  /** The moment whose data is shown there: the same, but on a full hour in zones such as UTC+5:30. */
  readonly readFirst: number;
  readonly stepSeconds: number;
  readonly count: number;
}

export interface Windows {
  readonly current: Axis;
  readonly quarters: Axis;
  readonly hourly: Axis;
  readonly daily: Axis;
}

/** What the request says about time. */
export interface WindowWishes {
  readonly pastDays?: number | undefined;
  readonly forecastDays?: number | undefined;
  readonly pastHours?: number | undefined;
  readonly forecastHours?: number | undefined;
  readonly initialHours?: number | undefined;
  readonly pastQuarters?: number | undefined;
  readonly forecastQuarters?: number | undefined;
  readonly initialQuarters?: number | undefined;
  readonly hourlyStepSeconds: number;
}

/** Days, hours and quarters from one date to another; given together, each rules its own section. */
export interface Dates {
  readonly days?: Span | undefined;
  readonly hours?: Span | undefined;
  readonly quarters?: Span | undefined;
}

/** Where and when the windows are counted from. */
export interface Moment {
  readonly api: Api;
  readonly zone: Zone;
  readonly nowMs: number;
}

const DAY = 86_400;
const HOUR = 3_600;
const QUARTER = 900;
const QUARTER_DAYS = 3;
const MOST_INITIAL_DAYS = 366;

/** By the wall clock of the answer: seconds since 1970 plus the zone's offset. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The windows of all sections for one place. @throws {Refusal} numbers or dates outside what the service allows */
export function windowsOf(wishes: WindowWishes, dates: Dates | undefined, moment: Moment): Windows {
  const { zone, api, nowMs } = moment;
  const ranges = dates === undefined ? countedRanges(wishes, moment) : datedRanges(dates, moment);
  // Data is hourly: zones with a half hour read the hour that their own hour begins in.
  const readOffset = Math.trunc(zone.offsetSeconds / HOUR) * HOUR;
  const axis = ({ start, end }: Range, stepSeconds: number, offset: number): Axis => ({
    first: start - zone.offsetSeconds,
    readFirst: start - offset,
    stepSeconds,
    count: Math.floor((end - start) / stepSeconds),
  });
  const currentSeconds = api.currentSeconds ?? HOUR;
  const current = Math.floor(nowMs / 1000 / currentSeconds) * currentSeconds;
  return {
    current: { first: current, readFirst: current, stepSeconds: currentSeconds, count: 1 },
    quarters: axis(ranges.quarters, QUARTER, zone.offsetSeconds),
    hourly: axis(ranges.hourly, wishes.hourlyStepSeconds, readOffset),
    daily: axis(ranges.daily, DAY, readOffset),
  };
}

interface Ranges {
  readonly daily: Range;
  readonly hourly: Range;
  readonly quarters: Range;
}

function countedRanges(wishes: WindowWishes, { api, zone, nowMs }: Moment): Ranges {
  const now = nowMs / 1000 + Math.trunc(zone.offsetSeconds / HOUR) * HOUR;
  const { usual, most } = api.forecastDays;
  const mostPastDays = Math.round((Math.floor(nowMs / 1000 / DAY) * DAY - firstDay(api, nowMs)) / DAY);
  const counted = (
    step: number,
    past: number | undefined,
    ahead: number | undefined,
    initial?: number,
  ): Range => {
    const perDay = DAY / step;
    const usualAhead = step === QUARTER ? QUARTER_DAYS * perDay : most * perDay;
    const steps = { past: past ?? 0, ahead: ahead ?? (step === DAY ? usual : usualAhead) };
    if (steps.ahead < 0 || steps.ahead > most * perDay)
      refuse(`Forecast days is invalid. Allowed range 0 to ${most * perDay}. Given ${most * perDay}.`);
    if (steps.past < 0 || steps.past > mostPastDays * perDay)
      refuse(`Past days is invalid. Allowed range 0 to ${mostPastDays * perDay}. Given ${steps.past}.`);
    if (Math.abs(initial ?? 0) > MOST_INITIAL_DAYS * perDay) refuse('Initial hours is invalid');
    const start =
      initial === undefined ? Math.floor(now / step) * step : Math.floor(now / DAY) * DAY + initial * step;
    return { start: start - steps.past * step, end: start + steps.ahead * step };
  };
  const daily = counted(DAY, wishes.pastDays, wishes.forecastDays);
  const hasHours = wishes.pastHours !== undefined || wishes.forecastHours !== undefined;
  const hourly = hasHours
    ? counted(HOUR, wishes.pastHours, wishes.forecastHours, wishes.initialHours)
    : daily;
  const hasQuarters = wishes.pastQuarters !== undefined || wishes.forecastQuarters !== undefined;
  const quarters = hasQuarters
    ? counted(QUARTER, wishes.pastQuarters, wishes.forecastQuarters, wishes.initialQuarters)
    : counted(DAY, wishes.pastDays, wishes.forecastDays ?? Math.min(QUARTER_DAYS, most));
  return { daily, hourly, quarters };
}

function datedRanges({ days, hours, quarters }: Dates, { api, nowMs }: Moment): Ranges {
  const allowed = {
    first: firstDay(api, nowMs),
    end: (Math.floor(nowMs / 1000 / DAY) + api.endsDaysAhead + 1) * DAY,
  };
  const range = (span: Span | undefined, step: number, name: string): Range | undefined => {
    if (span === undefined) return undefined;
    const start = Math.floor(span.first / step) * step;
    const last = Math.floor(span.last / step) * step;
    checkWithin(start, allowed, `start_${name}`);
    checkWithin(last, allowed, `end_${name}`);
    return { start, end: last + step };
  };
  const daily = range(days, DAY, 'date') ?? { start: 0, end: 0 };
  const hourly = range(hours, HOUR, 'hour') ?? daily;
  return { daily, hourly, quarters: range(quarters, QUARTER, 'minutely_15') ?? hourly };
}

function checkWithin(
  seconds: number,
  { first, end }: { readonly first: number; readonly end: number },
  name: string,
): void {
  if (seconds >= first && seconds < end) return;
  refuse(`Parameter '${name}' is out of allowed range from ${dateText(first)} to ${dateText(end - DAY)}`);
}

function firstDay({ begins }: Api, nowMs: number): number {
  if ('date' in begins) return Date.parse(begins.date) / 1000;
  return (Math.floor(nowMs / 1000 / DAY) - begins.daysAgo) * DAY;
}
