import { isRecord } from '../../judge/readings.ts';
import type { Mistake } from '../../judge/setting.ts';
import { type Around, type Given, type Guess, jokesOf, listIn } from './given.ts';
import { LINE_GUESSES } from './line-mistakes.ts';
import { jokesIn, type Question } from './questions.ts';
import { sameJoke, sameJokes } from './same.ts';

/** The first known mistake that gives just this answer to one question. Pure. */
export function mistakeIn(given: Given, around: Around): Mistake | undefined {
  const { right } = given.question;
  const guesses = right.kind === 'refused' ? REFUSED : right.jokes.length === 0 ? NONE : JOKES;
  const guess = [OTHER_QUESTION, ...guesses].find(({ fits }) => fits(given, around));
  return guess && { id: guess.id, says: guess.says };
}

/** Wherever it shows: what the function was given is in no address. */
const OTHER_QUESTION: Guess = {
  id: 'other-question',
  says: 'asking something else than the function was given',
  fits: ({ question: { args }, outcome }, { urls }) =>
    urls.length > 0 &&
    listIn(outcome).length > 0 &&
    !urls.some((url) => decodeURIComponent(url).includes(String(args[0]))),
};

/** Where the service says why it cannot. */
const REFUSED: readonly Guess[] = [
  {
    id: 'trusted-200',
    says: 'parsing a sentence as JSON because the status was 200',
    fits: ({ question: { body }, outcome }) =>
      typeof body === 'string' &&
      outcome?.kind === 'threw' &&
      (outcome.name === 'SyntaxError' || /JSON/.test(outcome.message)),
  },
  {
    id: 'error-swallowed',
    says: 'answering no jokes where the service said why it cannot',
    fits: ({ outcome }) => outcome?.kind === 'value' && isEmpty(outcome.value),
  },
  {
    id: 'error-as-joke',
    says: 'taking what the service says about its trouble for jokes',
    fits: ({ outcome }) => outcome?.kind === 'value' || (outcome?.kind === 'threw' && isTypeTrouble(outcome)),
  },
  {
    id: 'own-words',
    says: 'throwing an error without the reason that the service gave',
    fits: ({ outcome }) => outcome?.kind === 'threw',
  },
];

/** Where the service has no joke of that type. */
const NONE: readonly Guess[] = [
  {
    id: 'empty-as-error',
    says: 'expecting at least one joke, where the service has none of that type',
    fits: ({ outcome }) =>
      outcome?.kind === 'threw' || (outcome?.kind === 'value' && !isEmpty(outcome.value)),
  },
];

/** Where the service tells jokes. */
const JOKES: readonly Guess[] = [
  {
    id: 'frozen',
    says: 'jokes that were copied from the visible data',
    fits: ({ question: { id }, outcome }, { base }) =>
      base.some((one) => one.id === id && isAnswerTo(one, outcome)),
  },
  {
    id: 'object-as-array',
    says: 'treating one joke that stands alone as an array',
    fits: ({ question: { body }, outcome }) =>
      !Array.isArray(body) &&
      (outcome?.kind === 'threw'
        ? isTypeTrouble(outcome)
        : outcome?.kind === 'value' && isEmpty(outcome.value)),
  },
  {
    id: 'array-in-array',
    says: 'putting the array that came into an array again',
    fits: ({ outcome }) => listIn(outcome).some(Array.isArray),
  },
  {
    id: 'array-as-object',
    says: 'reading an array as if it were one joke',
    fits: ({ question: { body }, outcome }) =>
      (Array.isArray(body) || jokesIn(body).length > 1) &&
      (outcome?.kind === 'threw' ? isTypeTrouble(outcome) : listIn(outcome).some(isHollow)),
  },
  {
    id: 'not-an-array',
    says: 'giving one joke without an array around it',
    fits: ({ outcome }) => outcome?.kind === 'value' && isRecord(outcome.value) && 'lines' in outcome.value,
  },
  ...LINE_GUESSES,
  {
    id: 'amount-ignored',
    says: 'asking without the amount, which gives one joke',
    fits: ({ question, outcome }, { urls }) =>
      question.part === 'api' && listIn(outcome).length === 1 && !urls.some((url) => /[?&]amount=/.test(url)),
  },
  {
    id: 'first-only',
    says: 'keeping the first joke only',
    fits: ({ question, outcome }) =>
      jokesOf(question).length > 1 && sameJokes(listIn(outcome), jokesOf(question).slice(0, 1)),
  },
  {
    id: 'other-order',
    says: 'sorting or turning the jokes, where the order of the service is asked for',
    fits: ({ question, outcome }) => {
      const list = listIn(outcome);
      const jokes = jokesOf(question);
      return list.length === jokes.length && jokes.every((joke) => list.some((one) => sameJoke(one, joke)));
    },
  },
];

const isAnswerTo = (question: Question, outcome: Given['outcome']): boolean =>
  jokesOf(question).length > 0 && sameJokes(listIn(outcome), jokesOf(question));

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** `body.map is not a function`, `Cannot read properties of undefined`. */
const isTypeTrouble = ({ name, message }: { readonly name: string; readonly message: string }): boolean =>
  name === 'TypeError' || /is not (a function|iterable)|Cannot read/.test(message);

/** A joke without an id: its fields were looked for where they are not. */
const isHollow = (entry: unknown): boolean =>
  isRecord(entry) && (entry.id === null || entry.id === undefined);

/** Every mistake that can be named. */
export const GUESSES: readonly Guess[] = [OTHER_QUESTION, ...REFUSED, ...NONE, ...JOKES];
