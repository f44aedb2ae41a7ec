// One text for one joke.
import { answerWith, type Official } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialJokes: (body) => [body].flat().map(({ id, setup, punchline }: Official) => ({ id, lines: [`${setup} ${punchline}`] })),
});
