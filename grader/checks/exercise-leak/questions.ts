import type { Call, Trial, World } from '../../exercise.ts';
import { type Score, scoreOf } from './backtest.ts';
import { joined } from './join.ts';
import { type Data, dataOf, type Example, inNoOrder, type Oddities } from './readings.ts';

export const EXPORTS = { join: 'knownAt', backtest: 'backtest' } as const;

/** What is asked in a trial. Everything that is right follows from it. */
export interface Questions {
  readonly data: Data;
  readonly examples: readonly Example[];
  /** The same in another order: a split by time gives the same score. */
  readonly shuffled: readonly Example[];
  readonly from: string;
  readonly right: { readonly join: readonly Example[]; readonly backtest: Score };
}

const ODDITIES: Readonly<Record<string, Oddities>> = {
  late: { isLate: true },
  gaps: { hasGaps: true },
  labels: { hasOddLabels: true, cities: ['Beijing', 'Roskilde', 'Aarhus'] },
};
/** Of the times at which somebody predicts, those before this share are learned from. */
const TRAIN_SHARE = 0.7;

/** The questions of a trial on one view of the data. Pure. */
export function questionsOf(world: World, { id }: Pick<Trial, 'id'>): Questions {
  const data = dataOf(world, ODDITIES[id]);
  const join = joined(data);
  const examples = [...join].sort((a, b) => a.time.localeCompare(b.time));
  const from = examples[Math.floor(examples.length * TRAIN_SHARE)]?.time ?? '';
  return {
    data,
    examples,
    shuffled: inNoOrder(examples, world.salt ?? 0),
    from,
    right: { join, backtest: scoreOf(examples, from) },
  };
}

export const CALLS = {
  join: 'join',
  inOrder: 'backtest:in order',
  inNoOrder: 'backtest:in no order',
} as const;

export function callsOf(world: World, trial: Trial): readonly Call[] {
  const { data, examples, shuffled, from } = questionsOf(world, trial);
  const { labels, readings, toleranceHours } = data;
  const backtest = { part: 'backtest', export: EXPORTS.backtest };
  const calls: readonly Call[] = [
    { id: CALLS.join, part: 'join', export: EXPORTS.join, args: [labels, readings, toleranceHours] },
    { ...backtest, id: CALLS.inOrder, args: [examples, from] },
    { ...backtest, id: CALLS.inNoOrder, args: [shuffled, from] },
  ];
  return calls.filter(({ part }) => part in trial.points);
}
