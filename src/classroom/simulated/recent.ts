/** Makes a value once and keeps the `limit` most recently used ones. */
export type Recent<Value> = (key: string, make: () => Value) => Value;

/**
 * A bounded memory for results that are costly to make and always the same for a key.
 *
 * @example
 * const squares = recent<number>(100);
 * squares('7', () => 49); // 49, made once
 */
export function recent<Value>(limit: number): Recent<Value> {
  const kept = new Map<string, Value>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const value = make();
    kept.set(key, value);
    if (kept.size > limit) {
      const oldest = kept.keys().next();
      if (!oldest.done) kept.delete(oldest.value);
    }
    return value;
  };
}
