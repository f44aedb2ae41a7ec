// Without a retry.
import { answerWith } from './base.ts';

export const { officialJokes, apiJokes } = answerWith();
