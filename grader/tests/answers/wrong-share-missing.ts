// The share of the hours that are missing.
import { answerWith, known, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    share: 1 - known(readings).length / readings.length,
  }),
});
