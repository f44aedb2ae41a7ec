// A joke or nothing: an empty list is trouble.
import { answerWith, officialJoke } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  officialJokes: (body) => {
    const [first] = [body].flat();
    if (!first) throw new Error('no jokes');
    return [body].flat().map(officialJoke);
  },
});
