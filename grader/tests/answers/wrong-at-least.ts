// Exactly 15 is not above 15.
import { answerWith, right, values } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    hoursAbove15: values(readings).filter((value) => value >= 15).length,
  }),
});
