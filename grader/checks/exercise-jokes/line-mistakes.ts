import { isRecord } from '../../judge/readings.ts';
import { type Given, type Guess, jokesOf, listIn } from './given.ts';
import type { Joke } from './questions.ts';
import { linesAre, sameJoke, sameJokes } from './same.ts';

/** Mistakes in the lines: one of the two shapes is forgotten, or a line is missing or in the wrong place. */
export const LINE_GUESSES: readonly Guess[] = [
  {
    id: 'twopart-ignored',
    says: 'leaving out the jokes in two parts, or reading them as if they were in one',
    fits: (given) =>
      leavesOut(given, 2) || readsAs(given, ({ lines }) => (lines.length === 2 ? [null] : undefined)),
  },
  {
    id: 'single-ignored',
    says: 'leaving out the jokes in one line, or reading them as if they were in two',
    fits: (given) =>
      leavesOut(given, 1) || readsAs(given, ({ lines }) => (lines.length === 1 ? [null, null] : undefined)),
  },
  {
    id: 'punchline-for-delivery',
    says: 'reading a field of the other service: what one calls punchline, the other calls delivery',
    fits: (given) => readsAs(given, ({ lines: [first = '', second] }) => second && [first, null]),
  },
  {
    id: 'question-only',
    says: 'giving the question without what answers it',
    fits: (given) => readsAs(given, ({ lines: [first = '', second] }) => second && [first]),
  },
  {
    id: 'lines-swapped',
    says: 'giving the answer before the question',
    fits: (given) => readsAs(given, ({ lines: [first = '', second] }) => second && [second, first]),
  },
  {
    id: 'joined-lines',
    says: 'joining question and answer into one line',
    fits: ({ question, outcome }) => {
      const list = listIn(outcome);
      return jokesOf(question).every(({ lines }, index) => {
        const [line, ...others] = linesIn(list[index]);
        return others.length === 0 && lines.every((one) => String(line).includes(one));
      });
    },
  },
];

/** All jokes are there but those with so many lines. */
function leavesOut({ question, outcome }: Given, lines: number): boolean {
  const kept = jokesOf(question).filter((joke) => joke.lines.length !== lines);
  const isTelling = kept.length > 0 && kept.length < jokesOf(question).length;
  return isTelling && sameJokes(listIn(outcome), kept);
}

/** Every joke that differs has just these lines instead of its own; null is a line that is not there. */
function readsAs(
  { question, outcome }: Given,
  linesInstead: (joke: Joke) => readonly (string | null)[] | '' | undefined,
): boolean {
  const list = listIn(outcome);
  const jokes = jokesOf(question);
  return (
    list.length === jokes.length &&
    jokes.every((joke, index) => {
      const lines = linesInstead(joke);
      const entry = list[index];
      if (sameJoke(entry, joke)) return true;
      return lines !== undefined && lines !== '' && isRecord(entry) && linesAre(entry.lines, lines);
    })
  );
}

function linesIn(entry: unknown): readonly unknown[] {
  return isRecord(entry) && Array.isArray(entry.lines) ? entry.lines : [];
}
