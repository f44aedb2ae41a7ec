// The oldest of the changes.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  newest: (changes) => changes[0],
});
