// The last event may not have arrived as a whole.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  blocks: (stream) => stream.replace(/\r\n/g, '\n').trimEnd().split('\n\n'),
});
