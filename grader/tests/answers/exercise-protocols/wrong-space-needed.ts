// The space after the colon may be missing.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isChange: (block) => block.split('\n').includes('event: change'),
});
