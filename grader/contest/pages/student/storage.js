/**
 * The browser's own store; memory where it may not be used (a private window, no room left): then a reload loses it.
 *
 * @returns {Pick<Storage, 'getItem' | 'setItem'>}
 */
export function safeStorage() {
  /** @type {Map<string, string>} */
  const memory = new Map();
  return {
    getItem: (key) => memory.get(key) ?? attempt(() => localStorage.getItem(key)) ?? null,
    setItem: (key, value) => {
      memory.set(key, value);
      attempt(() => localStorage.setItem(key, value));
    },
  };
}

/**
 * @template Value
 * @param {() => Value} act
 * @returns {Value | undefined}
 */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
