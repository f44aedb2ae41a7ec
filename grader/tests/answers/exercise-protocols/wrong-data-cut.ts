// Of several data lines only the first is read.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  data: (block) => /^data:(.*)$/m.exec(block)?.[1] ?? '',
});
