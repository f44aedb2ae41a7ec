// Knows that an array is asked for, and puts one around what came, whatever it was.
import { answerWith, officialJoke } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialJokes: (body) => (Array.isArray(body) ? [body.map(officialJoke)] : [officialJoke(body)]) as never,
});
