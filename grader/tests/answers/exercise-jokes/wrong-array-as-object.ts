// Every answer is one joke.
import { answerWith, officialJoke } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialJokes: (body) => [officialJoke(body)],
});
