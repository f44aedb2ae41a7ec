// Which service? Which question?
import { trouble, wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  refused: (_, status, retryAfterS) =>
    trouble(`HTTP ${status}`, { retryAfterS, passes: status === 429 || status >= 500 }),
});
