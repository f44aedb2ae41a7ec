// The newest change is skipped because it has no value.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  newest: (changes) => changes.filter((change) => !change.includes('null')).at(-1),
});
