// The maximum of one day instead of three.
import { answerWith, right, values } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    max: Math.max(...values(readings.slice(-24))),
    maxAt: right.air(city, readings.slice(-24)).maxAt,
  }),
});
