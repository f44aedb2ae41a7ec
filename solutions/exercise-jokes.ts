// A model answer. Yours may look different: what counts is that nothing is trusted before it was looked at.

export interface Joke {
  id: number;
  lines: string[];
}

export interface OfficialJoke {
  id: number;
  type: string;
  setup: string;
  punchline: string;
}

export type ApiJoke =
  | { id: number; type: 'single'; joke: string }
  | { id: number; type: 'twopart'; setup: string; delivery: string };

/**
 * One joke or many: `[body].flat()` is an array in both cases. Rejected: to decide by `path`, as in "ten gives many".
 * The service decides what it sends, and 'dad/random' already breaks that rule: an array of one.
 */
export async function officialJokes(path: string): Promise<Joke[]> {
  const body = await ask(`https://official-joke-api.appspot.com/jokes/${path}`);
  const jokes = [body].flat();
  if (jokes.every(isOfficial))
    return jokes.map(({ id, setup, punchline }) => ({ id, lines: [setup, punchline] }));
  throw new Error(`No jokes at "${path}": ${reason(body)}`);
}

/** The second service says what went wrong in its body, with `error: true`. */
export async function apiJokes(category: string, amount: number): Promise<Joke[]> {
  const body = await ask(`https://v2.jokeapi.dev/joke/${category}?amount=${amount}`);
  const jokes = isRecord(body) && Array.isArray(body.jokes) ? body.jokes : [body];
  if (jokes.every(isApi)) return jokes.map((joke) => ({ id: joke.id, lines: linesOf(joke) }));
  throw new Error(`No jokes of "${category}": ${reason(body)}`);
}

/** `type` is the tag: in each branch TypeScript knows the fields that are there. */
function linesOf(joke: ApiJoke): string[] {
  return joke.type === 'single' ? [joke.joke] : [joke.setup, joke.delivery];
}

function isOfficial(value: unknown): value is OfficialJoke {
  return isRecord(value) && 'setup' in value && 'punchline' in value;
}

function isApi(value: unknown): value is ApiJoke {
  return isRecord(value) && (value.type === 'single' || value.type === 'twopart');
}

/** What the service says instead of jokes: a sentence, `message`, or `causedBy`. */
function reason(body: unknown): string {
  if (typeof body === 'string') return body;
  return isRecord(body) ? [body.message, body.causedBy].flat().join(' ') : 'an answer of another shape';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const TRIES = 4;
const TIMEOUT_MS = 5_000;

/**
 * The body: data when it is JSON, else the text as it is, because "200" does not say that it is JSON. What passes by
 * itself (429, 5xx, silence, half an answer) is asked again; a 400 or 404 has its reason in the body and stays.
 */
async function ask(url: string): Promise<unknown> {
  let trouble: unknown;
  for (let tried = 1; tried <= TRIES; tried += 1) {
    let waitMs = 500 * 2 ** tried;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json');
      if (response.status !== 429 && response.status < 500) return isJson ? JSON.parse(text) : text;
      trouble = new Error(`GET ${url} answered ${response.status}: ${text}`);
      waitMs = Math.max(waitMs, 1000 * Number(response.headers.get('retry-after')));
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  throw trouble;
}
