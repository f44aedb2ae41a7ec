// A gap is not clean air.
import { right, wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  readAir: (body) => ({ ...right.readAir(body), pm25: right.readAir(body).pm25 ?? 0 }),
});
