// Tidy, but not in the order of the service.
import { answerWith, right } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialJokes: (body, path) => right.officialJokes(body, path).sort((a, b) => a.id - b.id),
});
