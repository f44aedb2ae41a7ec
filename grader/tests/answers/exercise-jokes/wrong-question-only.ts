// Keeps the audience waiting.
import { answerWith, type Official } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialJokes: (body) => [body].flat().map(({ id, setup }: Official) => ({ id, lines: [setup] })),
});
