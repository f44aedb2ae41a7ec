// Waits as long as the library does: 300 s.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({ timeoutMs: undefined });
