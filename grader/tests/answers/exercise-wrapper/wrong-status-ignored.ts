// A refusal is JSON as well, so it passes as an answer.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({ refused: () => undefined });
