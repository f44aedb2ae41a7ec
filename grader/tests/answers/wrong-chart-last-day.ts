// Draws one day of three.
import { answerWith, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  show: (all) => right.show(all.map(({ city, readings }) => ({ city, readings: readings.slice(-24) }))),
});
