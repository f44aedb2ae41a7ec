import type { Mystery } from '../../../src/mysteries/missing-smog.ts';
import type { Finding, Outcome, PartVerdict } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { isRecord } from '../../judge/readings.ts';
import type { Mistake } from '../../judge/setting.ts';
import { noRows } from '../../queries/no-rows.ts';
import type { Clue } from './clues.ts';

export interface CaseJudging {
  readonly mystery: Mystery;
  /** The visible case, where this is another one. */
  readonly base: Mystery | undefined;
}

/** Judges the names that a query found. No finding says the right one. Pure. */
export function judgeClue(clue: Clue, outcome: Outcome | undefined, judging: CaseJudging): PartVerdict {
  if (outcome?.kind === 'unfinished' || outcome?.kind === 'threw') return failed(noRows(outcome));
  if (outcome?.kind !== 'value') return failed(noValue(outcome));
  const names = namesIn(outcome.value);
  const right = rightOf(clue, judging.mystery);
  if (names.length === 1 && names[0] === right) return { kind: 'passed' };
  if (names.length === 0) return failed({ says: 'finds nobody and nothing' });
  const mistake = mistakeIn(clue, names, judging);
  const shown = judging.base === undefined ? { actual: names.slice(0, 5).join(', ') } : {};
  return failed({
    says: names.length > 1 ? 'finds more than one' : 'finds another one',
    ...shown,
    ...(mistake === undefined ? {} : { mistake }),
  });
}

const failed = (finding: Finding): PartVerdict => ({ kind: 'failed', finding });

const rightOf = (clue: Clue, { cast }: Mystery): string =>
  clue === 'station' ? cast.clean.name : cast.hand.name;

/** The first column of each row, each name once. */
function namesIn(value: unknown): readonly string[] {
  const rows: readonly unknown[] = isRecord(value) && Array.isArray(value.rows) ? value.rows : [];
  return [...new Set(rows.map((row) => String(Array.isArray(row) ? (row[0] ?? '') : '')))];
}

function mistakeIn(
  clue: Clue,
  names: readonly string[],
  { mystery, base }: CaseJudging,
): Mistake | undefined {
  const [only] = names;
  if (names.length === 1 && base !== undefined && only === rightOf(clue, base))
    return { id: 'frozen', says: 'a name that was copied from the visible case' };
  const { silent, fjord, hourLater, ordered, forgetful, visitor, early, hand } = mystery.cast;
  const known: readonly (readonly [name: string, mistake: Mistake])[] =
    clue === 'station'
      ? [
          [
            silent.name,
            { id: 'silence-is-clean', says: 'taking no value (NULL, which sorts first) for clean air' },
          ],
          [fjord.name, { id: 'no-evening', says: 'a mean of all days, not of that evening' }],
        ]
      : [
          [hourLater.name, { id: 'local-as-utc', says: 'a clock of Roskilde read as UTC' }],
          [early.name, { id: 'moment-not-asked', says: 'not asking who was in at that moment' }],
          [ordered.name, { id: 'order-not-asked', says: 'not leaving out who had an order' }],
          [forgetful.name, { id: 'van-not-asked', says: 'not asking whose van it was' }],
          [visitor.name, { id: 'van-not-asked', says: 'not asking whose van it was' }],
        ];
  const found = known.find(([name]) => names.includes(name))?.[1];
  if (found !== undefined) return found;
  return clue === 'suspect' && names.length > 1 && names.includes(hand.name)
    ? { id: 'clue-left-out', says: 'a clue that is left out' }
    : undefined;
}
