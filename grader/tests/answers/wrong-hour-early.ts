// Stops an hour too early.
import { HOUR_MS, answerWith, running, startOf, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (hourly, _, now) =>
    toReadings(hourly)
      .filter(({ time }) => startOf(time) < running(now) - HOUR_MS)
      .slice(-72),
});
