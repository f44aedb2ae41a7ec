// The first 24 of the list are the oldest.
import { answerWith, mean, right, values } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    mean24: mean(values(readings.slice(0, 24))),
  }),
});
