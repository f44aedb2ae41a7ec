// A refusal is given back as an hour without a value.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  refusal: () => undefined,
  jsonValue: (content) => (content.result ?? content).pm2_5 ?? null,
});
