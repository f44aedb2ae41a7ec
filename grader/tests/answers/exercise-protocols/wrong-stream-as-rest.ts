// What asks for a stream says so in `accept`.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isStream: ({ headers }) => headers['content-type']?.includes('event-stream') ?? false,
});
