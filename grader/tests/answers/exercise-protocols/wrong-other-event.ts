// Every event that has a reading is taken for a change.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isChange: (block) => block.includes('reading'),
});
