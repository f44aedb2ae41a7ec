// REST refuses with `error` too.
import { answerWith, json } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isCall: ({ body }) => [json(body)].flat().some((call) => call?.jsonrpc ?? call?.error),
});
