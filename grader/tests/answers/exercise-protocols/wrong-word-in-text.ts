// A note that speaks of JSON-RPC has the word too.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isCall: ({ body }) => body.includes('jsonrpc'),
});
