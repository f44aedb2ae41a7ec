import type { Finding, Outcome } from '../exercise.ts';

/**
 * Why there is nothing to compare. The sentence has no digits and no words of the student's own, so that it may be
 * shown for hidden data too; what the error said is in `actual`.
 */
export function noValue(outcome: Exclude<Outcome, { kind: 'value' }> | undefined): Finding {
  switch (outcome?.kind) {
    case undefined:
      return { says: 'gave no answer before the run ended' };
    case 'missing':
      return {
        says: 'is not exported under this name',
        expected: 'an exported function of this name',
        actual: outcome.found.length === 0 ? 'no exported functions' : outcome.found.join(', '),
      };
    case 'threw':
      return {
        says: 'throws an error instead of answering',
        ...swapped(outcome.message),
        actual: `${outcome.name}: ${outcome.message}${outcome.at === undefined ? '' : ` at ${outcome.at}`}`,
      };
    case 'unfinished':
      return { says: 'does not finish', actual: outcome.why };
  }
}

/** The service's own words give it away: no place has a latitude beyond the poles. */
function swapped(message: string): Pick<Finding, 'mistake'> {
  return /Latitude must be in range/.test(message)
    ? { mistake: { id: 'swapped-coordinates', says: 'swapping latitude and longitude' } }
    : {};
}
