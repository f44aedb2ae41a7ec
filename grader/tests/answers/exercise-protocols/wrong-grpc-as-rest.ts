// The content type is longer than that.
import { answerWith, typeOf } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isGrpc: (message) => typeOf(message) === 'application/grpc',
});
