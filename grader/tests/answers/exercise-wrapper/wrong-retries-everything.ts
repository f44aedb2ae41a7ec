// A wrong question is repeated too.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  mayRepeat: (method) => method !== 'POST',
});
