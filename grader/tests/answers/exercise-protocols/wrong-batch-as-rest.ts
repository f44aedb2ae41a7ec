// Several calls at once stand in an array.
import { answerWith, json } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isCall: ({ body }) => json(body)?.jsonrpc !== undefined,
});
