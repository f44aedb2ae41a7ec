// With the client of the course: it waits, tries again and gives up in words.
import { http } from 'airlab';

export async function officialJokes(path: string) {
  const answer = await http.get(`https://official-joke-api.appspot.com/jokes/${path}`, { anyStatus: true });
  if (!answer.headers['content-type']?.includes('json')) throw new Error(answer.text);
  const body = answer.json<any>();
  if (!answer.ok) throw new Error(body.message);
  return [].concat(body).map(({ id, setup, punchline }) => ({ id, lines: [setup, punchline] }));
}

export async function apiJokes(category: string, amount: number) {
  const answer = await http.get(`https://v2.jokeapi.dev/joke/${category}`, { query: { amount }, anyStatus: true });
  const body = answer.json<any>();
  if (body.error) throw new Error(body.additionalInfo);
  return (body.jokes ?? [body]).map((joke: any) => ({
    id: joke.id,
    lines: [joke.joke, joke.setup, joke.delivery].filter(Boolean),
  }));
}
