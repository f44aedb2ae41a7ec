// Rounds every hour to a whole number.
import { answerWith, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (...given) =>
    right.readings(...given).map(({ time, pm25 }) => ({ time, pm25: pm25 === null ? null : Math.round(pm25) })),
});
