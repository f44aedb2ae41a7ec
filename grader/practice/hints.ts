import type { Exercise } from '../exercise.ts';
import type { PracticeEvent } from './journal.ts';

/** What `grade hint` shows next. `rung` counts from 1. */
export type NextHint =
  | {
      readonly kind: 'hint';
      readonly part: string;
      readonly rung: number;
      readonly of: number;
      readonly text: string;
    }
  | { readonly kind: 'spent'; readonly part: string; readonly texts: readonly string[] };

/** One more rung of the ladder of a part: a question, a pointer, a skeleton. Pure. */
export function nextHint(exercise: Exercise, events: readonly PracticeEvent[], part: string): NextHint {
  const rungs = exercise.hints.find((hint) => hint.part === part)?.rungs ?? [];
  const taken = events
    .filter((event) => event.type === 'hinted')
    .filter((event) => event.exercise === exercise.name && event.part === part)
    .reduce((most, { rung }) => Math.max(most, rung), 0);
  const text = rungs[taken];
  if (text === undefined) return { kind: 'spent', part, texts: rungs };
  return { kind: 'hint', part, rung: taken + 1, of: rungs.length, text };
}

/** Finds a part by its id, its function's name or its number, counted from 1. */
export function partNamed({ parts }: Exercise, word: string): Exercise['parts'][number] | undefined {
  return parts.find((part, index) => part.id === word || part.export === word || String(index + 1) === word);
}
