// The hour that still runs is taken for a full one.
import { answerWith, startOf, toReadings } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (hourly, _, now) =>
    toReadings(hourly)
      .filter(({ time }) => startOf(time) <= now.getTime())
      .slice(-72),
});
