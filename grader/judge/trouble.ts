import type { FaultName, Outcome, PartVerdict, World } from '../exercise.ts';
import { parseAir } from './air-given.ts';
import { airCases, wrongFields } from './air-right.ts';
import type { Mistake } from './setting.ts';

/** Numbers of one's own in the place of those that did not come. The one mistake that fails a robust trial for good. */
export const MADE_UP: Mistake = { id: 'made-up', says: 'giving made-up numbers when the service fails' };

/** The faults in which nothing readable comes before a further try. */
const NOTHING_COMES: readonly FaultName[] = ['429', '503', 'hang'];

/**
 * Names what a comparison does when the service fails. An error, no entry, or an entry without numbers says that there
 * is no data, which is honest; numbers that the data does not give are not. Pure.
 */
export function underFault(
  fault: FaultName | undefined,
  verdict: PartVerdict,
  { outcome, world }: { readonly outcome: Outcome | undefined; readonly world: World },
): PartVerdict {
  if (fault === undefined || !NOTHING_COMES.includes(fault) || verdict.kind !== 'failed') return verdict;
  if (outcome?.kind !== 'value' || !claimsNumbers(outcome.value, world)) return verdict;
  return { kind: 'failed', finding: { ...verdict.finding, mistake: MADE_UP } };
}

function claimsNumbers(value: unknown, world: World): boolean {
  return airCases(parseAir(value), world).some(
    (one) => wrongFields(one).length > 0 && one.given.mean24 !== null && one.given.share !== 0,
  );
}
