// The amount is not in the address.
import { answerWith, API } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  apiUrl: (category) => `${API}/${category}`,
});
