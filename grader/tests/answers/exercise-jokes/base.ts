// The plain right answer that most wrong ones change in one place, so that each of them shows its mistake and no more.

export interface Joke {
  id: number;
  lines: string[];
}

export interface Official {
  id: number;
  setup: string;
  punchline: string;
}

export interface Api {
  id: number;
  type: string;
  joke: string;
  setup: string;
  delivery: string;
}

/** The body of an answer: one joke, several, or none of them but words. */
// biome-ignore lint/suspicious/noExplicitAny: students write it so
export type Body = any;

/** The steps of the answer; each can be done wrong. */
export interface Steps {
  officialUrl: (path: string) => string;
  apiUrl: (category: string, amount: number) => string;
  /** The body, or an error with the service's words. */
  read: (response: Response) => Promise<Body>;
  officialJokes: (body: Body, path: string) => Joke[];
  apiJokes: (body: Body, amount: number) => Joke[];
}

export const OFFICIAL = 'https://official-joke-api.appspot.com/jokes';
export const API = 'https://v2.jokeapi.dev/joke';

export const officialJoke = ({ id, setup, punchline }: Official): Joke => ({ id, lines: [setup, punchline] });
export const apiJoke = ({ id, type, joke, setup, delivery }: Api): Joke => ({
  id,
  lines: type === 'single' ? [joke] : [setup, delivery],
});

export const right: Steps = {
  officialUrl: (path) => `${OFFICIAL}/${path}`,
  apiUrl: (category, amount) => `${API}/${category}?amount=${amount}`,
  read: async (response) => {
    const text = await response.text();
    if (!response.headers.get('content-type')?.includes('json')) throw new Error(text);
    const body = JSON.parse(text);
    if (!response.ok) throw new Error(body.causedBy?.join(' ') ?? body.message);
    return body;
  },
  officialJokes: (body) => [body].flat().map(officialJoke),
  apiJokes: (body) => (body.jokes ?? [body]).map(apiJoke),
};

export function answerWith(changes: Partial<Steps> = {}) {
  const steps = { ...right, ...changes };
  return {
    officialJokes: async (path: string): Promise<Joke[]> =>
      steps.officialJokes(await steps.read(await fetch(steps.officialUrl(path))), path),
    apiJokes: async (category: string, amount: number): Promise<Joke[]> =>
      steps.apiJokes(await steps.read(await fetch(steps.apiUrl(category, amount))), amount),
  };
}
