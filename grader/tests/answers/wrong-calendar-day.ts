// The mean since midnight instead of over 24 hours.
import { answerWith, mean, right, startOf, values } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings, now) => ({
    ...right.air(city, readings, now),
    mean24: mean(values(readings.filter(({ time }) => startOf(time) >= new Date(now).setUTCHours(0, 0, 0, 0)))),
  }),
});
