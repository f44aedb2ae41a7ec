// Looks at the clock itself instead of using `now`: it is the same clock.
import { HOUR_MS, answerWith, startOf, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (hourly) =>
    toReadings(hourly)
      .filter(({ time }) => startOf(time) + HOUR_MS <= Date.now())
      .filter(({ time }) => new Date(time) < new Date())
      .slice(-72),
});
