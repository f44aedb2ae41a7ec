// A pause of its own, whatever the service asks for.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  waitMs: (_, tried) => 200 * 2 ** tried,
});
