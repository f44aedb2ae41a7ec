// Every JSON that comes from the service is taken for a webhook.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isWebhook: ({ from }) => from === 'service',
});
