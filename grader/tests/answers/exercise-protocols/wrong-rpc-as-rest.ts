// POST with JSON is taken for REST.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isCall: () => false,
});
