// Retry-After is in seconds.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  waitMs: ({ retryAfterS }) => retryAfterS || 500,
});
