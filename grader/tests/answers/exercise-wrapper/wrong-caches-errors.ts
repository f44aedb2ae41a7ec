// The promise is kept, and a promise that failed stays failed.
import { type Reading, wrapperWith } from './base.ts';

const plain = wrapperWith();
const kept = new Map<string, { reading: Promise<Reading>; untilMs: number }>();

export const { readAir, askOnce, askPatiently } = plain;

export async function getAir(url: string): Promise<Reading> {
  const known = kept.get(url);
  if (known && Date.now() < known.untilMs) return known.reading;
  const entry = { reading: ask(url), untilMs: Number.POSITIVE_INFINITY };
  kept.set(url, entry);
  return entry.reading;

  async function ask(address: string): Promise<Reading> {
    const { body, maxAgeS } = await askPatiently('GET', address);
    entry.untilMs = Date.now() + maxAgeS * 1000;
    return readAir(body);
  }
}
