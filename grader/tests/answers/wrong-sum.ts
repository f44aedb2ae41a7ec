// A sum where a mean is asked for.
import { answerWith, right, sum, values } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    mean24: sum(values(readings.slice(-24))),
  }),
});
