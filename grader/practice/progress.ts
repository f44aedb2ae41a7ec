import type { PracticeEvent } from './journal.ts';

/** Where a student stands in one exercise. */
export interface Progress {
  readonly exercise: string;
  /** Gradings that came to a verdict. */
  readonly tries: number;
  readonly best?: { readonly points: number; readonly worth: number };
  readonly last?: { readonly verdict: string; readonly at: string };
  readonly passed: boolean;
  readonly hintsTaken: number;
  /** At least one verdict on an answer that differed from the starter. */
  readonly triedHonestly: boolean;
  readonly solutionOpened: boolean;
}

/**
 * Folds the journal to the progress of one exercise. Pure: a restart changes nothing.
 *
 * @example progressOf(readJournal(path).events, 'exercise-pm25').tries // 3
 */
export function progressOf(events: readonly PracticeEvent[], exercise: string): Progress {
  const own = events.filter((event) => event.exercise === exercise);
  const graded = own
    .filter((event) => event.type === 'graded')
    .filter(({ verdict }) => verdict !== 'could not check');
  const best = graded.reduce<(typeof graded)[number] | undefined>(
    (top, event) => (top === undefined || event.points > top.points ? event : top),
    undefined,
  );
  const last = graded.at(-1);
  const hints = own.filter((event) => event.type === 'hinted');
  return {
    exercise,
    tries: graded.length,
    ...(best ? { best: { points: best.points, worth: best.worth } } : {}),
    ...(last ? { last: { verdict: last.verdict, at: last.at } } : {}),
    passed: graded.some(({ verdict }) => verdict === 'passed'),
    hintsTaken: new Set(hints.map(({ part, rung }) => `${part} ${rung}`)).size,
    triedHonestly: graded.some(({ changed }) => changed),
    solutionOpened: own.some(({ type }) => type === 'opened'),
  };
}
