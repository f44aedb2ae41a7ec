// Zero is false, and a clean hour is thrown away.
import { right, wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  readAir: (body) => {
    if (!body?.city || (!body.pm2_5 && body.pm2_5 !== null)) throw new Error('no reading');
    return right.readAir(body);
  },
});
