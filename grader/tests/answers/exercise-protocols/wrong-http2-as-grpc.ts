// gRPC needs HTTP/2, but not all HTTP/2 is gRPC.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isGrpc: ({ line }) => line.includes('HTTP/2'),
});
