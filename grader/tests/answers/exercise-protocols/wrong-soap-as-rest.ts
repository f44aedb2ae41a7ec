// Each service may choose its own prefix.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isEnvelope: ({ body }) => body.includes('<soap:Envelope'),
});
