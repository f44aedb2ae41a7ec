// Never gives up.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  tries: Number.POSITIVE_INFINITY,
  waitMs: ({ retryAfterS }) => retryAfterS * 1000 || 1_000,
});
