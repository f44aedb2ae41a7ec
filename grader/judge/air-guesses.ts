import type { AirField } from './air-given.ts';
import type { AirCase } from './air-right.ts';
import { honestOffsets, offsetHours, wallTimeAt } from './clock.ts';
import { isNear } from './compare.ts';
import { writtenTime } from './readings.ts';
import type { Mistake, Setting } from './setting.ts';
import { above, DAY_HOURS, mean, runningHour, type Series, truth, WINDOW_HOURS } from './truth.ts';

const HOUR_MS = 3_600_000;

/** A mistake in how one number is made of the right series. */
export interface FieldGuess extends Mistake {
  readonly field: AirField;
  readonly fits: (one: AirCase, setting: Setting) => boolean;
}

/** Every known mistake of a single number, likeliest first. */
export const fieldGuesses: readonly FieldGuess[] = [
  number('mean24', 'divided-by-24', 'dividing by 24 although hours are missing', ({ values }) => {
    const day = values.slice(-DAY_HOURS).filter((value) => value !== null);
    return [day.reduce((sum, value) => sum + value, 0) / DAY_HOURS];
  }),
  number('mean24', 'mean-72', 'taking the mean over 72 hours instead of 24', ({ values }) => [mean(values)]),
  number('mean24', 'oldest-24', 'taking the first 24 hours instead of the last', ({ values }) => [
    mean(values.slice(0, DAY_HOURS)),
  ]),
  {
    field: 'mean24',
    id: 'running-hour',
    says: 'including the hour that is still running',
    fits: ({ city, given }, { world }) => {
      const read = (from: number, count: number): number | null =>
        mean(world.source.read(city, 'pm2_5', from, count, world.nowMs));
      const running = runningHour(world);
      return isOneOf(given.mean24, [read(running - 23, 24), read(running - 24, 25)]);
    },
  },
  ...calendarDays(),
  number('mean24', 'last-24-values', 'taking the last 24 values instead of hours', ({ values }) => [
    mean(values.filter((value) => value !== null).slice(-DAY_HOURS)),
  ]),
  number('mean24', 'sum', 'giving the sum instead of the mean', ({ values }) => [
    sum(values.slice(-DAY_HOURS)),
  ]),
  number('mean24', 'median', 'taking the median instead of the mean', ({ values }) => [
    median(values.slice(-DAY_HOURS)),
  ]),
  number('mean24', 'rounded', 'rounding to whole numbers', ({ values }) => [
    rounded(mean(values.slice(-DAY_HOURS))),
  ]),
  number('max', 'max-24', 'taking the maximum of 24 hours instead of 72', ({ values }) => [
    largest(values.slice(-DAY_HOURS)),
  ]),
  number('max', 'rounded', 'rounding to whole numbers', ({ values }) => [rounded(largest(values))]),
  time('max-at-utc', 'giving the time of the maximum in UTC', 0),
  time('zone-twice', 'adding the time zone twice', 2),
  time('zone-backwards', 'subtracting the time zone instead of adding it', -1),
  {
    field: 'maxAt',
    id: 'max-24',
    says: 'taking the maximum of 24 hours instead of 72',
    fits: ({ city, given }, { world }) => {
      const { from, values } = truth(city, world);
      const last = values.slice(-DAY_HOURS);
      const at = last.indexOf(largest(last));
      const hour = from + WINDOW_HOURS - DAY_HOURS + at + offsetHours(world.nowMs, city.timezone);
      return writtenTime(given.maxAt)?.clock === wallTimeAt(hour * HOUR_MS, 0);
    },
  },
  {
    field: 'maxAt',
    id: 'hour-24',
    says: 'writing midnight as 24:00 (use hourCycle h23)',
    fits: ({ given, times }) => times.includes(String(given.maxAt).replace(/T24:/, 'T00:')),
  },
  number('hoursAbove15', 'at-least', 'counting hours of exactly 15 as above it', ({ values }) => [
    values.filter((value) => value !== null && value >= 15).length,
  ]),
  number('hoursAbove15', 'annual-guideline', 'counting above 5, the guideline for a year', ({ values }) => [
    above(values, 5),
  ]),
  number('hoursAbove15', 'above-25', 'counting above 25, the limit of the European Union', ({ values }) => [
    above(values, 25),
  ]),
  number('hoursAbove15', 'hours-24', 'taking 24 hours instead of 72', ({ values }) => [
    above(values.slice(-DAY_HOURS), 15),
  ]),
  number('hoursAbove15', 'below-15', 'counting the hours below 15', ({ values }) => [
    values.filter((value) => value !== null && value < 15).length,
    values.filter((value) => value !== null && value <= 15).length,
    values.filter((value) => (value ?? 0) <= 15).length,
  ]),
  share('share-percent', 'giving the share as percent', (has) => 100 * has),
  share('share-missing', 'giving the share of the missing hours', (has) => 1 - has),
  share('share-count', 'giving the number of hours instead of their share', (has) => WINDOW_HOURS * has),
  share('share-always-1', 'leaving the gaps out before counting the share', () => 1),
  number('share', 'hours-24', 'taking 24 hours instead of 72', ({ values }) => [
    values.slice(-DAY_HOURS).filter((value) => value !== null).length / DAY_HOURS,
  ]),
];

type NumberField = Exclude<AirField, 'maxAt'>;

function number(
  field: NumberField,
  id: string,
  says: string,
  make: (series: Series) => readonly (number | null)[],
): FieldGuess {
  return {
    field,
    id,
    says,
    fits: ({ city, given }, { world }) => isOneOf(given[field], make(truth(city, world)), TOLERANCE[field]),
  };
}

const TOLERANCE = { mean24: 0.05, max: 0.05, hoursAbove15: 1e-3, share: 5e-3 } as const;

function share(id: string, says: string, make: (share: number) => number): FieldGuess {
  return {
    field: 'share',
    id,
    says,
    fits: ({ given, right }) =>
      isOneOf(given.share, [make(right.share)], id === 'share-percent' ? 0.51 : 5e-3),
  };
}

function time(id: string, says: string, zones: number): FieldGuess {
  return {
    field: 'maxAt',
    id,
    says,
    fits: ({ city, given, right }, { world }) => {
      const written = writtenTime(given.maxAt)?.clock;
      return right.maxHours
        .map((hour) => hour * HOUR_MS)
        .some((timeMs) =>
          honestOffsets(timeMs, world.nowMs, city.timezone).some(
            (offset) => wallTimeAt(timeMs + zones * offset, 0) === written,
          ),
        );
    },
  };
}

/** Today and yesterday by the city's calendar and by UTC, with and without the running hour. */
function calendarDays(): readonly FieldGuess[] {
  const spans: readonly ((hoursOfToday: number) => readonly [from: number, count: number])[] = [
    (hours) => [0, hours],
    (hours) => [0, hours + 1],
    () => [0, DAY_HOURS],
    () => [-DAY_HOURS, DAY_HOURS],
  ];
  return [() => 0, offsetHours].flatMap((zoneOf) =>
    spans.map((span) => ({
      field: 'mean24',
      id: 'calendar-day',
      says: 'taking the calendar day instead of the last 24 hours',
      fits: ({ city, given }, { world }) => {
        const running = runningHour(world);
        const hours = (((running + zoneOf(world.nowMs, city.timezone)) % 24) + 24) % 24;
        const [from, count] = span(hours);
        const values = world.source.read(city, 'pm2_5', running - hours + from, count, world.nowMs);
        return isOneOf(given.mean24, [mean(values)]);
      },
    })),
  );
}

function isOneOf(given: number | null, candidates: readonly (number | null)[], tolerance = 0.05): boolean {
  return given !== null && candidates.some((one) => one !== null && isNear(given, one, tolerance));
}

const largest = (values: Series['values']): number | null =>
  values.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);

function median(values: Series['values']): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  return mean(sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1));
}

const sum = (values: Series['values']): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value));
