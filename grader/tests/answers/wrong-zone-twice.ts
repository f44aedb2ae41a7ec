// The time zone is added to a time that is local already.
import { answerWith, localTime, right, startOf } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    maxAt: localTime(startOf(right.air(city, readings).maxAt), city.timezone),
  }),
});
