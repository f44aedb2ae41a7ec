// Hours without a value are left out.
import { answerWith, isKnown, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (...given) => right.readings(...given).filter(isKnown),
});
