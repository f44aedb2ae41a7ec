// Gaps get the value of the hour before.
import { answerWith, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (...given) => {
    let last: number | null = null;
    return right.readings(...given).map(({ time, pm25 }) => {
      last = pm25 ?? last;
      return { time, pm25: last };
    });
  },
});
