// A gap is taken for clean air.
import { answerWith, textOf } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  jsonValue: (content) => Number((content.result ?? content).pm2_5),
  xmlValue: (body) => Number(textOf(body, 'pm2_5') ?? 0),
});
