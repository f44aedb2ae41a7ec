// 81 is not the only first byte of a WebSocket frame.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  frame: (body) => (body.startsWith('81') ? 'WebSocket' : 'MQTT'),
});
