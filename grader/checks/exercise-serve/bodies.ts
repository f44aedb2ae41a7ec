import type { City } from '../../exercise.ts';
import {
  type AirBody,
  airBody,
  type ComparisonBody,
  comparisonBody,
  type RunBody,
  runBody,
  type View,
} from './air.ts';
import type { Wanted } from './questions.ts';

export type Body = AirBody | ComparisonBody | RunBody | { readonly ok: true };

/** What must come back, as it follows from a view of the data; undefined when the question is to be refused. */
export function bodyFor(wanted: Wanted, view: View): Body | undefined {
  switch (wanted.kind) {
    case 'health':
      return { ok: true };
    case 'air':
      return airBody(view, wanted.city);
    case 'comparison':
      return comparisonBody(view, wanted.cities);
    case 'run':
      return runBody(view, wanted.city, wanted.limit);
    default:
      return undefined;
  }
}

/** The cities that a question is about. */
export function citiesOf(wanted: Wanted): readonly City[] {
  if (wanted.kind === 'comparison') return wanted.cities;
  return wanted.kind === 'air' || wanted.kind === 'run' ? [wanted.city] : [];
}
