// The right hours in the wrong order.
import { answerWith, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (...given) => right.readings(...given).reverse(),
});
