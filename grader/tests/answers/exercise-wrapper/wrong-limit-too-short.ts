// A good answer may take 3 s.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({ timeoutMs: 1_000 });
