// The layer that asks once asks again, so that four tries become sixteen.
import { wrapperWith } from './base.ts';

const plain = wrapperWith();

export const { readAir, getAir, askPatiently } = plain;
export const askOnce = (method: string, url: string) => plain.askPatiently(method, url);
