// An error inside a 200 is no reading.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  readAir: (body) => ({ city: body?.city, time: body?.time, pm25: body?.pm2_5 }),
});
