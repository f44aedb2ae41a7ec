// A comment can hold anything, a reading too.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  data: (block) => block.match(/data:.*$/gm)?.map((line) => line.slice(5)).join('\n') ?? '',
});
