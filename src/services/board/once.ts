import { isDeepStrictEqual } from 'node:util';

/** Remembers what was done under a key, so that a repeated request is answered and not done again. */
export interface Once<Value> {
  /** The kept value of that key, a refusal when the key came with another body before, else undefined. */
  find(
    key: string,
    body: unknown,
  ): { readonly kind: 'kept'; readonly value: Value } | { readonly kind: 'other' } | undefined;
  keep(key: string, body: unknown, value: Value): void;
  clear(): void;
}

/** The oldest keys are forgotten first. */
export function createOnce<Value>({ most = 500 }: { readonly most?: number } = {}): Once<Value> {
  const kept = new Map<string, { readonly body: unknown; readonly value: Value }>();
  return {
    find: (key, body) => {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      return isDeepStrictEqual(entry.body, body) ? { kind: 'kept', value: entry.value } : { kind: 'other' };
    },
    keep: (key, body, value) => {
      kept.set(key, { body, value });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    clear: () => kept.clear(),
  };
}
