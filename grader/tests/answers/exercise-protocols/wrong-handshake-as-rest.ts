// A WebSocket begins as a GET.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isUpgrade: () => false,
});
