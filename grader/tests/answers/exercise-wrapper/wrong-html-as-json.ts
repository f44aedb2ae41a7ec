// A web page ends as "Unexpected token".
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  unreadable: (_asked, _text, error) => (error instanceof Error ? error : new Error()),
});
