// The screen in the school's hall shows the air, then a joke, so that everybody looks. Two services tell jokes, free and
// without a key, each in shapes of its own; your two functions make one shape of them all. Look before you trust:
// notebook 02 shows their answers, and so do the addresses below (offline: npm run classroom, then its /jokes).
// While grading the services are played, with jokes of ours. Grade as often as you like:  grade exercise-jokes

/** What the screen needs. */
export interface Joke {
  id: number;
  /** One line, or two: the question and what answers it. */
  lines: string[];
}

/** How the first service tells a joke. */
export interface OfficialJoke {
  id: number;
  type: string;
  setup: string;
  punchline: string;
}

/** How the second one does: `type` says which fields there are. */
export type ApiJoke =
  | { id: number; type: 'single'; joke: string }
  | { id: number; type: 'twopart'; setup: string; delivery: string };

/**
 * Part 1. What is at https://official-joke-api.appspot.com/jokes/ and `path`: 'random', 'dad/random', 'dad/ten', '12',
 * 'random/3'. That is one joke, or an array of jokes, or something else. Always an array comes back, in the order of
 * the service, empty when it is. When the service says in words or with a status that it cannot, throw an Error whose
 * message has those words.
 */
export async function officialJokes(path: string): Promise<Joke[]> {
  // TODO: ask, look at what came, make it one shape.
  return [];
}

/**
 * Part 2. What is at https://v2.jokeapi.dev/joke/ and `category`, with `?amount=`: one joke stands alone, several stand
 * in `jokes`. Again always an array; again an Error with the service's own reason (in `causedBy`) when it cannot.
 */
export async function apiJokes(category: string, amount: number): Promise<Joke[]> {
  // TODO: ask, look at what came, make it one shape.
  return [];
}
