// What one service calls punchline must have that name everywhere.
import { answerWith } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  apiJokes: (body) =>
    (body.jokes ?? [body]).map((told: { id: number; joke?: string; setup: string; punchline: string }) => ({
      id: told.id,
      lines: told.joke ? [told.joke] : [told.setup, told.punchline],
    })),
});
