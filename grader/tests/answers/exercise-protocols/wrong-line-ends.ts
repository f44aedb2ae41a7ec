// Lines may end with two signs.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  blocks: (stream) => stream.split('\n\n').slice(0, -1),
});
