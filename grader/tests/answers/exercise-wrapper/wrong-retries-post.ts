// A POST may act twice.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  mayRepeat: (_, { passes }) => passes,
});
