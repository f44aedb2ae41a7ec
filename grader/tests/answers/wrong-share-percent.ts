// Percent where 1 means all.
import { answerWith, known, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    share: (100 * known(readings).length) / readings.length,
  }),
});
