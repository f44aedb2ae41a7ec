// Reads every joke as if it were in one line.
import { answerWith } from './base.ts';

export const { officialJokes, apiJokes } = answerWith({
  apiJokes: (body) => (body.jokes ?? [body]).map(({ id, joke }: { id: number; joke: string }) => ({ id, lines: [joke] })),
});
