// One joke comes back as it is.
import { answerWith, officialJoke } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialJokes: (body) => (Array.isArray(body) ? body.map(officialJoke) : officialJoke(body)) as never,
});
