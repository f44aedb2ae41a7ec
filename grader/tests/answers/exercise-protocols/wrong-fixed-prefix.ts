// Elements may have a prefix of their own.
import { answerWith } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  xmlValue: (body) => {
    const text = /<pm2_5>(.*?)</.exec(body)?.[1];
    return text === undefined ? null : Number(text);
  },
});
