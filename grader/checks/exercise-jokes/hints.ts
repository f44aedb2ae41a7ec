import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'official',
    rungs: [
      "Look at what comes for 'random', for 'dad/random' and for 'random/many'. Which is an object, which an array, which neither? And what is the status of the last one?",
      "Read the body as text first and JSON.parse it only when the content-type says json. `[body].flat()` is an array whether body was one joke or many. Before you map, look: does every entry have a setup and a punchline? If not, throw with the text, or with the body's `message`.",
      `const response = await fetch('https://official-joke-api.appspot.com/jokes/' + path);
const text = await response.text();
if (!response.headers.get('content-type')?.includes('json')) throw new Error(text);
const body = JSON.parse(text);
if (!response.ok) throw new Error(body.message);
const jokes: OfficialJoke[] = /* body, as an array in any case */;
return jokes.map((joke) => ({ id: joke.id, lines: /* question and answer */ }));`,
    ],
  },
  {
    part: 'api',
    rungs: [
      'How can you tell a joke in one line from a joke in two, without looking whether a field happens to be there? And where is the joke when you asked for one only?',
      "`type` is the tag: after `joke.type === 'single'` TypeScript knows `joke.joke`, else `joke.setup` and `joke.delivery`. Several jokes are in `body.jokes`; a single one is the body itself. `body.error` is true when there is none, and `body.causedBy` says why.",
      `const response = await fetch(\`https://v2.jokeapi.dev/joke/\${category}?amount=\${amount}\`);
const body = await response.json();
if (body.error) throw new Error(body.causedBy.join(' '));
const jokes: ApiJoke[] = body.jokes ?? [body];
return jokes.map((joke) => ({
  id: joke.id,
  lines: joke.type === 'single' ? /* one line */ : /* two lines */,
}));`,
    ],
  },
];
