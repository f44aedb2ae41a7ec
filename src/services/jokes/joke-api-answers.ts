import { createDeck, type Deck } from './deck.ts';
import type { SingleJoke, TwoPartJoke } from './jokes.ts';

/** The tagged union of JokeAPI: `type` says which of the two it is. */
export type ApiJoke = {
  readonly category: string;
  readonly flags: typeof NO_FLAGS;
  readonly id: number;
  readonly safe: true;
  readonly lang: 'en';
} & (
  | { readonly type: 'single'; readonly joke: string }
  | { readonly type: 'twopart'; readonly setup: string; readonly delivery: string }
);

/** What is asked of JokeAPI. */
export interface ApiAsk {
  /** As in the path: `Programming`, `Misc,Pun`, `Any`. */
  readonly categories: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** With a seed the same question has the same answer. */
  readonly seed?: number | undefined;
}

/** JokeAPI without its HTTP. */
export interface JokeApi {
  /** The jokes that are asked for, or why the question cannot be answered. */
  answer(ask: ApiAsk): { readonly jokes: readonly ApiJoke[]; readonly isOne: boolean } | ApiRefusal;
}

export interface ApiRefusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly why: string;
}

const CATEGORIES = ['Any', 'Misc', 'Programming', 'Dark', 'Pun', 'Spooky', 'Christmas'] as const;
const NO_FLAGS = {
  nsfw: false,
  religious: false,
  political: false,
  racist: false,
  sexist: false,
  explicit: false,
};
const MOST_AT_ONCE = 10;
const MOST_DECKS = 200;
const CATEGORY_OF = {
  programming: 'Programming',
  general: 'Misc',
  'knock-knock': 'Pun',
  dad: 'Pun',
} as const;
const NO_MATCH = { status: 400, code: 106, message: 'No matching joke found' };

/**
 * Draws from the jokes that a question allows. Pure but for the places in the packs.
 *
 * @example
 * createJokeApi(apiJokesOf(TWO_PART_JOKES, SINGLE_JOKES)).answer({ categories: 'Pun', query: { amount: '2' } });
 */
export function createJokeApi(jokes: readonly ApiJoke[]): JokeApi {
  const decks = new Map<string, Deck<ApiJoke>>();
  const deckOf = (some: readonly ApiJoke[]): Deck<ApiJoke> => {
    const name = some.map(({ id }) => id).join();
    const deck = decks.get(name) ?? createDeck(some);
    if (decks.size > MOST_DECKS) decks.clear();
    decks.set(name, deck);
    return deck;
  };
  return {
    answer: ({ categories, query, seed }) => {
      const wanted = categories
        .split(/[,+\s-]+/)
        .map((name) => CATEGORIES.find((one) => one.toLowerCase() === name.toLowerCase()));
      if (wanted.includes(undefined)) return { ...NO_MATCH, why: unknownCategory(categories) };
      const found = matching(jokes, wanted, query);
      if (found.length === 0)
        return { ...NO_MATCH, why: 'No jokes were found that match your provided filter(s).' };
      const amount = Math.min(MOST_AT_ONCE, Math.max(1, Number.parseInt(query.amount ?? '1', 10) || 1));
      return { jokes: deckOf(found).draw(amount, seed), isOne: amount === 1 };
    },
  };
}

/** One joke stands alone; several stand in an object with their number. */
export function apiBody({ jokes, isOne }: { readonly jokes: readonly ApiJoke[]; readonly isOne: boolean }) {
  return isOne ? { error: false, ...jokes[0] } : { error: false, amount: jokes.length, jokes };
}

/** What a refusal looks like. */
export function refusalBody({ code, message, why }: ApiRefusal, timestampMs: number) {
  return {
    error: true,
    internalError: false,
    code,
    message,
    causedBy: [why],
    additionalInfo: `Error while finalizing joke filtering: ${why}`,
    timestamp: timestampMs,
  };
}

/** Our jokes in the shapes of JokeAPI. */
export function apiJokesOf(
  twoParts: readonly TwoPartJoke[],
  singles: readonly SingleJoke[],
): readonly ApiJoke[] {
  return [
    ...twoParts.map(({ id, type, setup, punchline }) => ({
      category: CATEGORY_OF[type],
      type: 'twopart' as const,
      setup,
      delivery: punchline,
      ...common(id),
    })),
    ...singles.map(({ id, type, joke }) => ({
      category: CATEGORY_OF[type],
      type: 'single' as const,
      joke,
      ...common(id),
    })),
  ];
}

/** A joke as plain text. */
export function textOf(joke: ApiJoke): string {
  return joke.type === 'single' ? joke.joke : `${joke.setup}\n\n${joke.delivery}`;
}

function matching(
  jokes: readonly ApiJoke[],
  wanted: readonly (string | undefined)[],
  query: ApiAsk['query'],
): readonly ApiJoke[] {
  const [from = 0, to = from] = (query.idRange ?? '0-999').split('-').map(Number);
  const word = (query.contains ?? '').toLowerCase();
  return jokes.filter(
    (joke) =>
      (wanted.includes('Any') || wanted.includes(joke.category)) &&
      (query.type === undefined || joke.type === query.type) &&
      joke.id >= from &&
      joke.id <= to &&
      textOf(joke).toLowerCase().includes(word),
  );
}

const unknownCategory = (given: string): string =>
  `The specified category is invalid - Got: "${given}" - Possible categories are: "${CATEGORIES.join(', ')}" (case insensitive)`;

function common(id: number) {
  return { flags: NO_FLAGS, id, safe: true as const, lang: 'en' as const };
}
