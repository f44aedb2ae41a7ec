// No pause before the next try.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({ waitMs: () => 0 });
