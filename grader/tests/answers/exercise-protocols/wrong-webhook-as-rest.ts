// Who asks whom is not looked at.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isWebhook: () => false,
});
