// Several jokes stand in jokes, so one does too.
import { answerWith, apiJoke } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  apiJokes: (body) => body.jokes.map(apiJoke),
});
