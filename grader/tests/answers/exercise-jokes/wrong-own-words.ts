// Says that it did not work, but not why.
import { answerWith, right } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  read: (response) =>
    right.read(response).catch(() => {
      throw new Error('Something went wrong');
    }),
});
