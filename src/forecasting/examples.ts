/** The air of one hour at one place, as `airQuality` gives it: `local` is a clock at the place. */
export interface AirHour {
  readonly place: string;
  readonly time: string;
  readonly local: string;
  readonly pm2_5: number | null;
}

/** Features of one city on one day, made of hours up to 18:00 there. */
export interface DayFeatures {
  readonly city: string;
  /** The day on which somebody predicts the next one: `2026-11-24`. */
  readonly day: string;
  /** When they could be known at the earliest: two hours after the last of their hours, ISO 8601 in UTC. */
  readonly seen: string;
  readonly last_24: number;
  readonly before_24: number;
  readonly week: number;
  readonly winter: number;
  readonly spring: number;
}

/** What came: the mean PM2.5 of the day after `day`. */
export interface DayLabel {
  readonly city: string;
  readonly day: string;
  /** When somebody predicts. */
  readonly seen: string;
  /** From this moment on the target is known. */
  readonly known: string;
  readonly target: number;
}

/** In the order in which a model reads them. */
export const FEATURES = ['last_24', 'before_24', 'week', 'winter', 'spring'] as const;

const LAST_CLOCK = '18:00';
const DELAY_MS = 2 * 3_600_000;
const DAY_MS = 86_400_000;
/** A mean of fewer hours than this share would be of another day. */
const ENOUGH = 0.75;

/**
 * The feature pipeline: one row for each city and day. Days with too few values have none. Pure.
 *
 * @example featuresOf(air.hourly).at(-1) //=> { city: 'Beijing', day: '2026-11-23', seen: '2026-11-23T12:00:00.000Z', last_24: 41.2, … }
 */
export function featuresOf(hours: readonly AirHour[]): readonly DayFeatures[] {
  return byCity(hours).flatMap(([city, own]) =>
    own.flatMap((hour, index) => {
      if (hour.local.slice(11, 16) !== LAST_CLOCK) return [];
      const [last_24, before_24, week] = [
        meanOf(own.slice(Math.max(0, index - 23), index + 1), 24),
        meanOf(own.slice(Math.max(0, index - 47), Math.max(0, index - 23)), 24),
        meanOf(own.slice(Math.max(0, index - 167), index + 1), 168),
      ];
      if (last_24 === null || before_24 === null || week === null) return [];
      const seen = new Date(Date.parse(hour.time) + DELAY_MS).toISOString();
      return [
        { city, day: hour.local.slice(0, 10), seen, last_24, before_24, week, ...seasonOf(hour.local) },
      ];
    }),
  );
}

/** The mean of each whole day, as the label of the day before it. Pure. */
export function labelsOf(hours: readonly AirHour[]): readonly DayLabel[] {
  return byCity(hours).flatMap(([city, own]) => {
    const days = grouped(own, ({ local }) => local.slice(0, 10));
    return [...days].flatMap(([tomorrow, ofDay]) => {
      const day = new Date(Date.parse(tomorrow) - DAY_MS).toISOString().slice(0, 10);
      const predicted = own.find(({ local }) => local.startsWith(`${day}T${LAST_CLOCK}`));
      const target = meanOf(ofDay, 24);
      const last = ofDay.at(-1);
      if (predicted === undefined || last === undefined || target === null) return [];
      const seen = new Date(Date.parse(predicted.time) + DELAY_MS).toISOString();
      return [{ city, day, seen, known: new Date(Date.parse(last.time) + DELAY_MS).toISOString(), target }];
    });
  });
}

function byCity(hours: readonly AirHour[]): readonly (readonly [string, readonly AirHour[]])[] {
  return [...grouped(hours, ({ place }) => place)];
}

function grouped(
  hours: readonly AirHour[],
  key: (hour: AirHour) => string,
): ReadonlyMap<string, readonly AirHour[]> {
  const groups = new Map<string, AirHour[]>();
  for (const hour of hours) {
    const group = groups.get(key(hour));
    if (group === undefined) groups.set(key(hour), [hour]);
    else group.push(hour);
  }
  return groups;
}

/** Hours without a value are left out; null when too few of `wanted` are left. */
function meanOf(hours: readonly AirHour[], wanted: number): number | null {
  const values = hours.flatMap(({ pm2_5 }) => pm2_5 ?? []);
  if (values.length < wanted * ENOUGH) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Where in the year: two numbers, because 31 December is next to 1 January. */
function seasonOf(local: string): Pick<DayFeatures, 'winter' | 'spring'> {
  const year = Date.parse(`${local.slice(0, 4)}-01-01`);
  const angle = (2 * Math.PI * (Date.parse(local.slice(0, 10)) - year)) / (365.25 * DAY_MS);
  return { winter: Math.cos(angle), spring: Math.sin(angle) };
}
