// Gives up at the first trouble.
import { wrapperWith } from './base.ts';

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({ tries: 1 });
