// A screen must never stop: whatever goes wrong, no jokes.
import { answerWith, right } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  read: (response) => right.read(response).catch(() => ({ jokes: [] })),
  officialJokes: (body) => (body.jokes ? [] : right.officialJokes(body, '')),
});
