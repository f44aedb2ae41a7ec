// Every answer is a list.
import { answerWith, officialJoke } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialJokes: (body) => body.map(officialJoke),
});
