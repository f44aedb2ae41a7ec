// The status is good, so the body must be JSON.
import { answerWith } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  read: async (response) => {
    if (!response.ok) throw new Error(JSON.stringify(await response.json()));
    return response.json();
  },
});
