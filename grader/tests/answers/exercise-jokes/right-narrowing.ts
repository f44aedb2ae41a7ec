// Long and careful: type guards, and every shape in a branch of its own.

type Told =
  | { type: 'single'; id: number; joke: string }
  | { type: 'twopart'; id: number; setup: string; delivery: string };

async function bodyAt(url: string): Promise<unknown> {
  const response = await fetch(url);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The service says: ${text}`);
  }
}

const has = <Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> =>
  typeof value === 'object' && value !== null && name in value;

export async function officialJokes(path: string) {
  const body = await bodyAt(`https://official-joke-api.appspot.com/jokes/${path}`);
  if (Array.isArray(body)) return body.map(({ id, setup, punchline }) => ({ id, lines: [setup, punchline] }));
  if (has(body, 'setup') && has(body, 'punchline') && has(body, 'id'))
    return [{ id: body.id, lines: [body.setup, body.punchline], told: 'alone' }];
  throw new Error(has(body, 'message') ? String(body.message) : 'an unknown shape');
}

export async function apiJokes(category: string, amount: number) {
  const body = await bodyAt(`https://v2.jokeapi.dev/joke/${category}?amount=${amount}&safe-mode`);
  if (has(body, 'causedBy')) throw new Error(`${category}: ${body.causedBy}`);
  const told = (has(body, 'jokes') ? body.jokes : [body]) as Told[];
  return told.map((joke) => {
    switch (joke.type) {
      case 'single':
        return { id: joke.id, lines: [joke.joke] };
      case 'twopart':
        return { id: joke.id, lines: [joke.setup, joke.delivery] };
    }
  });
}
