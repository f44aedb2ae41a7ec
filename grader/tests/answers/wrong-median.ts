// The middle instead of the mean.
import { answerWith, right, values } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  air: (city, readings) => ({
    ...right.air(city, readings),
    mean24: middle(values(readings.slice(-24))),
  }),
});

function middle(numbers: number[]): number {
  const sorted = numbers.sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
