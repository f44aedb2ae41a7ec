// The last 24 values are not the last 24 hours when some are missing.
import { answerWith, mean, right, values } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    mean24: mean(values(readings).slice(-24)),
  }),
});
