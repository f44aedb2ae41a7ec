// Takes the simple ones and leaves the others out.
import { answerWith, type Api, apiJoke } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  apiJokes: (body) => (body.jokes ?? [body]).filter(({ type }: Api) => type === 'single').map(apiJoke),
});
