// The time of the maximum in UTC, not on a clock in the city.
import { answerWith, right, values } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    maxAt: readings.find(({ pm25 }) => pm25 === Math.max(...values(readings)))!.time.slice(0, 16),
  }),
});
