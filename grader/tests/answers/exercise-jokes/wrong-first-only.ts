// One joke is enough.
import { answerWith, right } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialJokes: (body, path) => right.officialJokes(body, path).slice(0, 1),
  apiJokes: (body, amount) => right.apiJokes(body, amount).slice(0, 1),
});
