/** A key of the partner door and whom it was given to. */
export interface Key {
  readonly key: string;
  readonly name: string;
  /** Requests per minute. */
  readonly quota: number;
}

export interface Keys {
  find(key: string): Key | undefined;
  /** A new key, with a quota of its own. */
  give(name: string): Key;
}

export const QUOTA = { requests: 5, windowMs: 60_000 } as const;
const MOST_KEYS = 300;
/** Works without asking, so that a first try needs one line only. */
const DEMO: Key = { key: 'demo', name: 'demo', quota: 60 };

/** Keys for the partner door. The oldest are forgotten first; `demo` stays. */
export function createKeys(newToken: () => string): Keys {
  const keys = new Map<string, Key>();
  return {
    find: (key) => (key === DEMO.key ? DEMO : keys.get(key)),
    give: (name) => {
      const key: Key = { key: `partner-${newToken()}`, name, quota: QUOTA.requests };
      keys.set(key.key, key);
      const [oldest] = keys.keys();
      if (keys.size > MOST_KEYS && oldest !== undefined) keys.delete(oldest);
      return key;
    },
  };
}
