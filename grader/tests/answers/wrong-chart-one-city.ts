// Draws one city only.
import { answerWith, right } from './base.ts';

export const { hourlyPm25, compareCities, showCities } = answerWith({
  show: (all) => right.show(all.slice(0, 1)),
});
