import { createDeck, type Deck } from './deck.ts';
import { JOKE_TYPES, type TwoPartJoke } from './jokes.ts';

/** What a joke service says. A text is a page, anything else JSON. */
export interface JokeReply {
  readonly status: number;
  readonly body: unknown;
}

/** The first joke service without its HTTP. */
export interface OfficialJokes {
  /** The answer at a path; with a seed the same question has the same answer. */
  answer(path: string, seed?: number): JokeReply;
}

const TEN = 10;

/**
 * One noun in two shapes (an object, an array of one), and a 200 that is an English sentence. Pure but for the place in
 * the pack.
 *
 * @example
 * createOfficialJokes(TWO_PART_JOKES).answer('/jokes/dad/random').body; // [{ type: 'dad', setup: …, … }]
 */
export function createOfficialJokes(jokes: readonly TwoPartJoke[]): OfficialJokes {
  const all = createDeck(jokes);
  const byType = new Map<string, Deck<TwoPartJoke>>(
    JOKE_TYPES.map((type) => [type, createDeck(jokes.filter((joke) => joke.type === type))]),
  );
  const some = (what: string, seed: number | undefined): JokeReply => {
    const count = Number.parseInt(what, 10);
    if (!count) return said('The passed path is not a number.');
    if (count > jokes.length) return said(`The passed path exceeds the number of jokes (${jokes.length}).`);
    return said(all.draw(Math.max(0, count), seed));
  };
  const ofType = (type: string, count: number, seed: number | undefined): JokeReply =>
    said(byType.get(type)?.draw(count, seed) ?? []);
  return {
    answer: (path, seed) => {
      const [first, what = '', count] = path.split('/').slice(1).map(decoded);
      if (path === '/random_joke' || path === '/jokes/random') return said(all.draw(1, seed)[0]);
      if (path === '/random_ten' || path === '/jokes/ten') return said(all.draw(TEN, seed));
      if (path === '/types') return said(JOKE_TYPES);
      if (path === '/ping') return said('pong');
      if (first !== 'jokes') return { status: 404, body: { type: 'error', message: `Not found: ${path}` } };
      if (what === 'random' && count !== undefined) return some(count, seed);
      if (count === 'random') return ofType(what, 1, seed);
      if (count === 'ten') return ofType(what, TEN, seed);
      const joke = jokes.find(({ id }) => id === Number(what));
      return joke ? said(joke) : { status: 404, body: { type: 'error', message: 'joke not found' } };
    },
  };
}

const said = (body: unknown): JokeReply => ({ status: 200, body });

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
