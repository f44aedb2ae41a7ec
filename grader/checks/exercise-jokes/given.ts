import type { Outcome } from '../../exercise.ts';
import type { Mistake } from '../../judge/setting.ts';
import type { Joke, Question } from './questions.ts';

/** What came back for one question. */
export interface Given {
  readonly question: Question;
  readonly outcome: Outcome | undefined;
}

/** What a guess may look at besides the one answer. */
export interface Around {
  readonly given: readonly Given[];
  /** The same questions on the visible data, so that a copied answer can be named. */
  readonly base: readonly Question[];
  /** Addresses that were asked in the run, in order. */
  readonly urls: readonly string[];
}

/** A known mistake with what it gives. */
export interface Guess extends Mistake {
  readonly fits: (given: Given, around: Around) => boolean;
}

/** The jokes that are right for a question; none when it is refused. */
export function jokesOf({ right }: Question): readonly Joke[] {
  return right.kind === 'jokes' ? right.jokes : [];
}

/** The list that came back; empty when something else did. */
export function listIn(outcome: Given['outcome']): readonly unknown[] {
  return outcome?.kind === 'value' && Array.isArray(outcome.value) ? outcome.value : [];
}
