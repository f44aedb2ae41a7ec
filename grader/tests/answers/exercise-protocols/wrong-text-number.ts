// XML has only text.
import { answerWith, textOf } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  xmlValue: (body) => textOf(body, 'pm2_5') ?? null,
});
