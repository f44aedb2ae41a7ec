// Stops an hour too early.
import { HOUR_MS, answerWith, startOf, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (hourly, _, now) =>
    toReadings(hourly)
      .filter(({ time }) => startOf(time) < now.getTime() - 2 * HOUR_MS)
      .slice(-72),
});
