import { WHO_2021 } from 'airlab';

/** What a day is made of. */
export interface DayHour {
  /** A clock at the place, with its distance from UTC: `2026-11-24T10:00+01:00`. */
  readonly local: string;
  readonly pm2_5: number | null;
  readonly european_aqi: number | null;
}

/** One day of the city, from midnight to midnight there. */
export interface Day {
  readonly date: string;
  /** Mean of all its hours, one decimal; null when one of them has no value. */
  readonly pm2_5: number | null;
  /** Whether the mean is above what the WHO recommends for 24 hours; null when there is no mean. */
  readonly aboveWho: boolean | null;
  /** European AQI of its worst hour. */
  readonly aqi: number | null;
  /** A part of it is still to come. */
  readonly forecast: boolean;
}

/** A day has 24 hours, and 23 or 25 when the clocks change. */
const LEAST_HOURS = 23;

/**
 * Hours as days of the city. The first ten letters of a *local* time are its date; those of a UTC time would give
 * Beijing a day that begins at 8 in the morning.
 *
 * @param today The date at the city now; it and what follows is forecast.
 */
export function daysOf(hours: readonly DayHour[], today: string): readonly Day[] {
  const dates = [...new Set(hours.map(({ local }) => local.slice(0, 10)))];
  return dates.map((date) => {
    const ofDay = hours.filter(({ local }) => local.startsWith(date));
    const mean = meanOf(complete(ofDay.map((hour) => hour.pm2_5)));
    const aqi = complete(ofDay.map((hour) => hour.european_aqi));
    return {
      date,
      pm2_5: mean === null ? null : Math.round(mean * 10) / 10,
      // Before rounding: 15.04 is above 15.
      aboveWho: mean === null ? null : mean > WHO_2021.pm2_5.day,
      aqi: aqi && Math.max(...aqi),
      forecast: date >= today,
    };
  });
}

/**
 * The values when none is missing, else null: the WHO's 15 is for 24 hours, and half a day proves nothing about it.
 * Rejected: the mean of what is there. A night without values makes a day look dirtier or cleaner than it was.
 */
function complete(values: readonly (number | null)[]): readonly number[] | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length && known.length >= LEAST_HOURS ? known : null;
}

function meanOf(values: readonly number[] | null): number | null {
  return values && values.reduce((total, value) => total + value, 0) / values.length;
}
