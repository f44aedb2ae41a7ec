// The code of a refusal is a number too.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  refusal: () => undefined,
  jsonValue: (content) => content.error?.code ?? (content.result ?? content).pm2_5 ?? null,
});
