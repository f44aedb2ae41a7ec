// Counts the hours after the gaps were left out.
import { answerWith, known, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    share: known(readings).length / known(readings).length,
  }),
});
