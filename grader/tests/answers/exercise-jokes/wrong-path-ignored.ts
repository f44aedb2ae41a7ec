// Always asks for the same jokes.
import { answerWith, OFFICIAL } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialUrl: () => `${OFFICIAL}/dad/ten`,
});
