// The other particles.
import { answerWith, textOf } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  xmlValue: (body) => Number(textOf(body, 'pm10')),
});
