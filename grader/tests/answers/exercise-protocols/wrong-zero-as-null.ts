// Zero is false, and clean air is thrown away.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  jsonValue: (content) => (content.result ?? content).pm2_5 || null,
});
