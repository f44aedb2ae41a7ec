// Reads every joke as if it were in two lines.
import { answerWith, type Api } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  apiJokes: (body) => (body.jokes ?? [body]).map(({ id, setup, delivery }: Api) => ({ id, lines: [setup, delivery] })),
});
